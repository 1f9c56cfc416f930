# Turns the report of ptxas -v into one line per kernel and target. Before the report come lines "loop KERNEL NUMBER", instructions of PTX
# per agent-step as kernels/instructions.awk counts them, and "code TARGET KERNEL BYTES", sizes of machine code.
$1 == "loop" { loop[$2] = $3; next }
$1 == "code" { code[$2, $3] = $4; next }
/Compiling entry function/ { gsub("'", ""); kernel = $(NF - 2); target = $NF }
/bytes stack frame/ { for (i = 2; i <= NF; i++) { if ($i == "bytes" && $(i + 1) == "stack") stack = $(i - 1); if ($(i + 2) == "stores,") stores = $(i - 1); if ($(i + 2) == "loads") loads = $(i - 1) } }
/Used [0-9]+ registers/ {
    shared = 0
    for (i = 1; i <= NF; i++) { if ($i == "Used") registers = $(i + 1); if ($i == "bytes" && $(i + 1) ~ /^smem/) shared = $(i - 1) }
    printf "%-8s %-34s registers %3d  shared %5d  stack %3d  spill-stores %3d  spill-loads %3d  code %6d  loop %s\n", \
        target, kernel, registers, shared, stack, stores, loads, code[target, kernel], kernel in loop ? loop[kernel] : "-"
}
