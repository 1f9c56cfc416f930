# Instructions of a kernel's main loop per agent-step, from PTX with the notes of kernels/kernel.cuh: NOTE. One line per kernel that has a
# main loop: its name and the number. Of several, the one counts that takes most agents at a time, and of these the longest. Moves, which
# only name what is in a register, are none. What is noted as rare is left out, with all that is reached through it alone; what some warps
# do counts by their share. Loops within the loop count once, or if they are of one block as many times as a note in it says.
/^\.visible \.entry|^\.entry/ { kernel = $0; sub(/.*\.entry +/, "", kernel); sub(/\(.*/, "", kernel); begin() }
kernel == "" { next }
/^\$L/ { label = $1; sub(/:.*/, "", label); open_block(); at[label] = n }
/\/\/ note main loop/ { noted[++loops] = n; agent_steps[loops] = $NF }
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
/^}/ { if (loops > 0) count(); kernel = "" }

function begin() { n = 1; loops = 0; split("", size); split("", jump); split("", falls); split("", at); split("", rare); split("", share); split("", times); falls[1] = 1 }
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
function find_loop(main,    b) {
    head = last = 0
    for (b = n; b >= main; b--) {
        if (b in jump && at[jump[b]] <= main && (last == 0 || at[jump[b]] > head)) { head = at[jump[b]]; last = b }
    }
}

function count(    i, now, most, agents) {
    agents = 0
    for (i = 1; i <= loops; i++) {
        if (agent_steps[i] < agents) continue
        now = count_loop(noted[i])
        most = agent_steps[i] > agents || now > most ? now : most
        agents = agent_steps[i]
    }
    printf "%s %.1f\n", kernel, most / agents
}

# Instructions of a loop.
function count_loop(main,    b, m, total, weight, all, bypassed) {
    find_loop(main)
    reach(head, 0, last, all)
    for (b in all) weight[b] = b + 0 > last ? 0 : 1
    for (m in share) {
        reach(head, m, last, bypassed)
        for (b in all) if (!(b in bypassed)) weight[b] *= share[m]
    }
    for (m in times) if (m in weight) weight[m] *= times[m]
    total = 0
    for (b in all) total += weight[b] * size[b]
    return total
}
