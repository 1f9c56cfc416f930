# compare-resources.awk RECORDED REPORT: what the compiler made of a kernel against what it made when the figures were recorded. Prints each
# kernel whose machine code, or main loop, is more than 3 % longer. Figures of kernels that are not in both say nothing.
function field(name,    i) {
    for (i = 3; i < NF; i++) if ($i == name) return $(i + 1)
    return "-"
}
/^#/ { next }
{ key = $1 " " $2; code = field("code"); loop = field("loop") }
FNR == NR { old_code[key] = code; old_loop[key] = loop; next }
key in old_code && code > 1.03 * old_code[key] && old_code[key] > 0 { print key ": code of " code " bytes, " old_code[key] " recorded" }
key in old_loop && loop != "-" && old_loop[key] != "-" && loop > 1.03 * old_loop[key] { print key ": " loop " instructions per agent-step, " old_loop[key] " recorded" }
