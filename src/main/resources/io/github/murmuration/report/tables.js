/* Tables that sort by a click on a header, and copy as CSV. */
(() => {
  'use strict';

  const number = text => {
    const plain = text.replace(/\u2212/g, '-').replace(/[\u00a0+]/g, '');
    return plain === 'infinite' ? Infinity : parseFloat(plain);
  };

  const compare = (a, b) => {
    const x = number(a), y = number(b);
    if (isNaN(x) && isNaN(y)) return a.localeCompare(b);
    return isNaN(x) ? 1 : isNaN(y) ? -1 : x === y ? 0 : x - y;
  };

  const sort = (table, header) => {
    const down = header.getAttribute('aria-sort') === 'ascending';
    const cell = row => row.cells[header.cellIndex].innerText.trim();
    const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? -1 : 1) * compare(cell(a), cell(b)));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
    header.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    table.tBodies[0].append(...rows);
  };

  const button = text => Object.assign(document.createElement('button'), {type: 'button', textContent: text});

  const sortable = (table, header) => {
    const sorts = button('');
    sorts.append(...header.childNodes);
    sorts.onclick = () => sort(table, header);
    header.append(sorts);
  };

  const csv = table => [...table.rows].map(row => [...row.cells].map(cell => {
    const text = cell.innerText.trim().replace(/\s+/g, ' ').replace(/\u2212/g, '-');
    return /[",]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }).join(',')).join('\n') + '\n';

  /* Pages that come from a disk may have no clipboard of their own. */
  const copy = text => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const area = document.body.appendChild(document.createElement('textarea'));
    area.value = text;
    area.select();
    document.execCommand('copy');
    area.remove();
    return Promise.resolve();
  };

  for (const table of document.querySelectorAll('.scroll > table')) {
    for (const header of table.tHead.rows[0].cells) sortable(table, header);
    const copies = button('Copy as CSV');
    copies.className = 'copy';
    copies.onclick = () => copy(csv(table)).then(() => { copies.textContent = 'Copied'; });
    table.parentElement.after(copies);
  }
})();
