# Instructions of a kernel's main loop per agent-step, from PTX with the notes of kernels/kernel.cuh: NOTE. One line per kernel that has a
# main loop: its name and the number. Moves, which only name what is in a register, are none. What is noted as rare is left out, with all that is reached through it alone; what some warps do
# counts by their share. Loops within the loop count once, or if they are of one block as many times as a note in it says.
/^\.visible \.entry|^\.entry/ { kernel = $0; sub(/.*\.entry +/, "", kernel); sub(/\(.*/, "", kernel); begin() }
kernel == "" { next }
/^\$L/ { label = $1; sub(/:.*/, "", label); open_block(); at[label] = n }
/\/\/ note main loop/ { main = n; agent_steps = $NF }
/\/\/ note rare/ { rare[n] = 1 }
/\/\/ note eighths/ { share[n] = $NF / 8 }
/\/\/ note times/ { times[n] = $NF }
/;[ \t]*(\/\/.*)?$/ && !/^[ \t]*\./ && !/^[ \t]*\/\// {
    size[n] += $1 !~ /^mov\./
    if (match($0, /(^|[ \t])bra(\.uni)?[ \t]+\$?[A-Za-z0-9_$]+/)) {
        to = substr($0, RSTART, RLENGTH); sub(/.*[ \t]/, "", to)
        jump[n] = to; falls[n] = $1 ~ /^@/
        open_block()
    } else if ($0 ~ /[ \t](ret|trap|exit);/ && $1 !~ /^@/) {
        falls[n] = 0
        open_block()
    }
}
/^}/ { if (main != "") count(); kernel = "" }

function begin() { n = 1; main = ""; split("", size); split("", jump); split("", falls); split("", at); split("", rare); split("", share); split("", times); falls[1] = 1 }
function open_block() { n++; falls[n] = 1; size[n] = 0 }

# Marks in seen what is reached from a block without passing one of the two given.
function reach(from, without, end, seen,    stack, top, b) {
    split("", seen); stack[top = 1] = from
    while (top > 0) {
        b = stack[top--]
        if (b > n || b in seen || b == without || b in rare) continue
        seen[b] = 1
        if (b == end) continue
        if (b in jump && at[jump[b]] != head) stack[++top] = at[jump[b]]
        if (falls[b] && b + 1 != head) stack[++top] = b + 1
    }
}

# The innermost loop around the note: the last head before it that a later block jumps back to.
function find_loop(    b) {
    for (b = n; b >= main; b--) {
        if (b in jump && at[jump[b]] <= main && (last == 0 || at[jump[b]] > head)) { head = at[jump[b]]; last = b }
    }
}

function count(    b, m, total, weight, all, bypassed, dominated) {
    head = last = 0
    find_loop()
    reach(head, 0, last, all)
    for (b in all) weight[b] = b > last ? 0 : 1
    for (m in share) {
        reach(head, m, last, bypassed)
        for (b in all) if (!(b in bypassed)) weight[b] *= share[m]
    }
    for (m in times) if (m in weight) weight[m] *= times[m]
    total = 0
    for (b in all) total += weight[b] * size[b]
    printf "%s %.1f\n", kernel, total / agent_steps
}
