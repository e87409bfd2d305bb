"""The style sheet of the HTML reports: light and dark, phone, desk and paper.

The colours are those of the windows; a test holds them equal.
"""

_ROLES = (
    *("canvas", "raised", "line_soft", "line_strong", "text", "text_2", "accent"),
    *("high", "medium", "medium_tint", "low", "low_tint"),
)
LIGHT = dict(
    zip(
        _ROLES,
        (
            *("#F6F8F7", "#FFFFFF", "#DFE5E3", "#828D89", "#1A2120", "#4B5653"),
            *("#0D6B61", "#B3261E", "#B56A00", "#FAF0DC", "#4A65BC", "#EBEFFA"),
        ),
        strict=True,
    )
)
DARK = dict(
    zip(
        _ROLES,
        (
            *("#171A19", "#1F2322", "#333A38", "#78837F", "#E9EDEB", "#B6BFBC"),
            *("#5CC6B5", "#F2786C", "#E3A63E", "#352B19", "#869DEB", "#242B41"),
        ),
        strict=True,
    )
)


def _variables(colours: dict[str, str]) -> str:
    return "".join(f"--{name}:{value};" for name, value in colours.items())


STYLE = (
    f":root{{{_variables(LIGHT)}}}"
    f"@media screen and (prefers-color-scheme:dark){{:root{{{_variables(DARK)}}}}}"
    """
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--text);
 font:13px/20px "Noto Sans CJK SC","Source Han Sans SC","PingFang SC",
 "Microsoft YaHei UI","Microsoft YaHei",system-ui,sans-serif;
 overflow-wrap:anywhere;-webkit-text-size-adjust:100%}
:lang(zh-Hant){font-family:"Noto Sans CJK TC","PingFang TC","Microsoft JhengHei UI",
 system-ui,sans-serif}
main{max-width:1000px;margin:0 auto;padding:20px 16px 32px}
h1{font-size:18px;line-height:28px;margin:0}
h2{font-size:15px;line-height:24px;margin:0 0 8px;display:flex;flex-wrap:wrap;
 justify-content:space-between;gap:0 12px}
p{margin:0}
header p,.note,.tile p:first-child,.tile p:last-child,.legend,th{
 color:var(--text_2);font-size:12px;line-height:18px}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));
 gap:12px;margin-top:12px}
.tile,.panel{background:var(--raised);border:1px solid var(--line_soft);
 border-radius:8px;padding:12px 16px;min-width:0}
.tile strong{font-size:24px;line-height:32px;font-variant-numeric:tabular-nums}
.tile span{color:var(--text_2);font-size:12px}
.panel{margin-top:12px}
.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,330px),1fr));
 gap:0 12px;align-items:stretch}
.legend{font-weight:400;display:inline-flex;gap:12px}
.legend span{display:inline-flex;align-items:center;gap:4px}
.legend svg{width:12px;height:12px}
.chart{display:block;width:100%;height:auto}
.chart text{font-size:12px;fill:var(--text)}
.chart .figure{text-anchor:end;font-variant-numeric:tabular-nums}
.chart .hour{text-anchor:middle;fill:var(--text_2)}
.grid{stroke:var(--line_soft)}
.bar{fill:var(--accent)}
.high-bar{fill:var(--high)}
.medium-bar{fill:url(#hatch);stroke:var(--medium)}
.low-bar{fill:url(#dots);stroke:var(--low)}
.medium-ground{fill:var(--medium_tint)}
.medium-line{stroke:var(--medium);stroke-width:1.5;fill:none}
.low-ground{fill:var(--low_tint)}
.low-dot{fill:var(--low)}
table{border-collapse:collapse;width:100%}
th{text-align:left;font-weight:400;border-bottom:1px solid var(--line_strong)}
th,td{padding:6px 16px 6px 0;vertical-align:top}
th:last-child,td:last-child{padding-right:0}
td{border-bottom:1px solid var(--line_soft)}
.number{font-variant-numeric:tabular-nums;white-space:nowrap;text-align:right}
.note{margin-top:8px}
@media (max-width:560px){
 .tiles{grid-template-columns:repeat(2,minmax(0,1fr))}
 .cards thead{display:none}
 .tile:last-child:nth-child(odd){grid-column:1/-1}
 .cards tr{display:flex;flex-wrap:wrap;gap:0 3%;padding:6px 0;
  border-bottom:1px solid var(--line_soft)}
 .cards td{border:0;padding:1px 0;white-space:normal;min-width:31%;text-align:left}
 .cards td::before{content:attr(data-title) " ";color:var(--text_2);font-size:12px}
 .cards td:first-child{flex:0 0 100%}
}
@media print{
 body{background:#fff;print-color-adjust:exact;-webkit-print-color-adjust:exact}
 main{max-width:none;padding:0}
 .panel,.tile,tr{break-inside:avoid}
 @page{margin:14mm}
}
"""
)
