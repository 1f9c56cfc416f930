/* Figures whose curves can be read off, zoomed and hidden, by uPlot. Where this fails the image stays. */
(() => {
  'use strict';

  const INK = '#1a1a1a', GRID = {stroke: '#e3e3e3', width: 0.8}, FONT = 'px system-ui, sans-serif', NARROW = 480;

  const shown = (side, value, digits) => side.names.length ? side.names[value] ?? '' :
    String(+(side.logarithmic ? 10 ** value : value).toPrecision(digits)).replace('-', '\u2212');

  const axis = (side, width) => ({
    label: side.title, labelSize: 22, labelFont: (width < NARROW ? 11 : 13) + FONT, font: 12 + FONT, stroke: INK, grid: GRID, ticks: {...GRID, size: 4},
    ...(side.whole || side.names.length ? {incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]} : {}),
    values: (u, splits) => splits.map(value => shown(side, value, side.logarithmic ? 2 : 6)),
  });

  const wide = (u, values) => 16 + 7 * Math.max(...(values || ['']).map(text => text.length));

  /* A line that null breaks; undefined is where another curve has a point. */
  const line = (u, index, from, to) => {
    const stroke = new Path2D(), [x] = u.data, y = u.data[index];
    let drawing = false;
    for (let i = from; i <= to; i++) {
      if (y[i] === undefined) continue;
      if (y[i] !== null) {
        const place = [u.valToPos(x[i], 'x', true), u.valToPos(y[i], 'y', true)];
        drawing ? stroke.lineTo(...place) : stroke.moveTo(...place);
      }
      drawing = y[i] !== null;
    }
    return {stroke, flags: 1};
  };

  const paths = {points: () => null, steps: uPlot.paths.stepped({align: 1}), undefined: line};

  const series = (one, side) => ({
    label: one.name, stroke: one.colour, width: one.width || 1, dash: one.dash, paths: paths[one.kind],
    points: {show: one.kind === 'points', size: one.size, fill: one.colour},
    value: (u, value) => value == null ? '\u2013' : shown(side, value, 5),
  });

  /* Error bars, which uPlot does not have: pairs of ends. */
  const bars = spec => u => {
    const c = u.ctx, visible = name => u.series.every(s => s.label !== name || s.show);
    c.save();
    c.beginPath();
    c.rect(u.bbox.left, u.bbox.top, u.bbox.width, u.bbox.height);
    c.clip();
    for (const one of spec.series.filter(s => s.kind === 'bars' && visible(s.name))) {
      c.strokeStyle = one.colour;
      c.lineWidth = 1.4 * devicePixelRatio;
      c.setLineDash([]);
      c.beginPath();
      for (let i = 0; i < one.y.length; i += 2) {
        const x = u.valToPos(spec.x[one.x][i], 'x', true);
        c.moveTo(x, u.valToPos(one.y[i], 'y', true));
        c.lineTo(x, u.valToPos(one.y[i + 1], 'y', true));
      }
      c.stroke();
    }
    c.restore();
  };

  const all = (u, spec) => u.batch(() => {
    u.setScale('x', {min: spec.across.low, max: spec.across.high});
    u.setScale('y', {min: spec.upwards.low, max: spec.upwards.high});
  });

  const zoom = u => {
    const {left, top, width, height} = u.select;
    if (!width || !height) return;
    u.batch(() => {
      u.setScale('x', {min: u.posToVal(left, 'x'), max: u.posToVal(left + width, 'x')});
      u.setScale('y', {min: u.posToVal(top + height, 'y'), max: u.posToVal(top, 'y')});
    });
    u.setSelect({left: 0, top: 0, width: 0, height: 0}, false);
  };

  /* Curves of one name are hidden together, and stand in the legend once. */
  const together = (u, index, change) => {
    if (index == null || change.show == null) return;
    u.series.forEach((one, i) => {
      if (i && i !== index && one.label === u.series[index].label) u.setSeries(i, {show: change.show}, false);
    });
  };

  const legend = u => {
    const names = new Set([undefined, '']);
    u.root.querySelectorAll('.u-series').forEach((row, i) => {
      const header = row.querySelector('th');
      header.scope = 'row';
      if (i) {
        if (names.has(u.series[i].label)) row.className += ' unnamed';
        names.add(u.series[i].label);
        header.tabIndex = 0;
        header.onkeydown = event => { if (event.key === 'Enter') header.click(); };
      }
    });
  };

  const draw = (holder, spec, size, alt) => {
    const curves = spec.x.map((x, i) => spec.series.filter(one => one.x === i && one.kind !== 'bars'));
    const tables = spec.x.map((x, i) => [x, ...curves[i].map(one => one.y)]).filter(table => table.length > 1);
    const u = new uPlot({
      ...size,
      cursor: {drag: {x: true, y: true, uni: 20, setScale: false}, bind: {dblclick: chart => () => { all(chart, spec); }}},
      scales: {x: {time: false, range: (chart, low, high) => [low, high]}, y: {auto: false, range: (chart, low, high) => [low, high]}},
      axes: [{...axis(spec.across, size.width), size: 32}, {...axis(spec.upwards, size.width), size: wide}],
      legend: {markers: {width: 2, dash: (chart, i) => chart.series[i].dash ? 'dashed' : 'solid',
        fill: (chart, i) => chart.series[i].dash ? null : chart.series[i].stroke()}},
      series: [{label: spec.across.title, value: (chart, value) => value == null ? '\u2013' : shown(spec.across, value, 5)},
        ...curves.flat().map(one => series(one, spec.upwards))],
      hooks: {draw: [bars(spec)], setSelect: [zoom], setSeries: [together]},
    }, uPlot.join(tables), holder);
    all(u, spec);
    legend(u);
    const picture = u.root.querySelector('.u-wrap');
    picture.setAttribute('role', 'img');
    picture.setAttribute('aria-label', alt);
    return u;
  };

  const figure = data => {
    const specs = JSON.parse(data.textContent), frame = data.previousElementSibling;
    const holder = document.createElement('div');
    holder.className = 'charts' + (specs.length === 1 || specs.length === 3 ? '' : ' pairs');
    frame.before(holder);
    const size = () => {
      const columns = getComputedStyle(holder).gridTemplateColumns.split(' ').length;
      const width = Math.floor(holder.clientWidth / columns);
      return {width, height: specs.length > 1 ? 290 : width < NARROW ? 310 : 400};
    };
    try {
      const charts = specs.map(spec => {
        const panel = holder.appendChild(document.createElement('div'));
        if (spec.title) panel.appendChild(document.createElement('h3')).textContent = spec.title;
        return draw(panel, spec, size(), spec.title || frame.querySelector('img').alt);
      });
      frame.hidden = true;
      new ResizeObserver(() => {
        const now = size();
        for (const u of charts) if (u.width !== now.width) u.setSize(now);
      }).observe(holder);
    } catch (problem) {
      holder.remove();
      console.warn('no chart', problem);
    }
  };

  const figures = document.querySelectorAll('figure script.chart');
  figures.forEach(figure);
  const hint = document.createElement('p');
  hint.className = 'hint';
  hint.textContent = 'Point at a curve for values, drag to zoom, double-click to see all, click a name to hide it.';
  figures[0].closest('figure').before(hint);
})();
