namespace PolicyKit.App.Pictures;

/// <summary>Matrix and graph on one page that needs no network; a pointer on an end dims what has nothing to do with it.</summary>
internal static class HtmlPage
{
    private const string Style =
        """
        body{margin:0;font:15px/1.5 system-ui,'Segoe UI',Helvetica,Arial,sans-serif;color:#24292f;background:#f6f8fa}
        header{padding:20px 28px;background:#fff;border-bottom:1px solid #d8dee4;position:sticky;top:0;z-index:1}
        h1{margin:0 0 2px;font-size:20px}p{margin:0;color:#57606a}
        input{margin-top:10px;padding:6px 10px;width:min(420px,90%);font:inherit;border:1px solid #d8dee4;border-radius:6px}
        section{margin:22px 28px;padding:14px;background:#fff;border:1px solid #d8dee4;border-radius:8px;overflow:auto}
        h2{margin:0 0 8px;font-size:16px}
        svg .end,svg .row,svg .column{cursor:default}
        svg.chosen .edge,svg.chosen .band,svg.chosen .end,svg.chosen .row,svg.chosen .column,svg.chosen .cells{opacity:.08}
        svg.chosen .on{opacity:1!important}
        """;

    private const string Script =
        """
        const all = selector => [...document.querySelectorAll(selector)];
        const texts = all('[data-end]').filter(e => e.tagName === 'text');
        function choose(chosen) {
          all('.on').forEach(e => e.classList.remove('on'));
          all('svg').forEach(svg => svg.classList.toggle('chosen', chosen !== null));
          if (chosen === null) return;
          const near = new Set(chosen);
          all('.edge').forEach(e => {
            if (!chosen.has(e.dataset.from) && !chosen.has(e.dataset.to)) return;
            e.classList.add('on'); near.add(e.dataset.from); near.add(e.dataset.to);
          });
          all('.cells').forEach(e => e.classList.toggle('on', chosen.has(e.dataset.end)));
          texts.forEach(e => e.classList.toggle('on', near.has(e.dataset.end) || e.classList.contains('column')));
        }
        texts.forEach(e => {
          e.addEventListener('mouseenter', () => choose(new Set([e.dataset.end])));
          e.addEventListener('mouseleave', () => search.oninput());
        });
        const search = document.querySelector('input');
        search.oninput = () => {
          const word = search.value.trim().toLowerCase();
          choose(word === '' ? null : new Set(texts.filter(e => e.textContent.toLowerCase().includes(word)).map(e => e.dataset.end)));
        };
        """;

    public static void Write(Grid grid, TextWriter output)
    {
        output.Write("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>Connections</title>\n<style>\n");
        output.Write(Style.ReplaceLineEndings("\n"));
        output.Write($"\n</style>\n</head>\n<body>\n<header>\n<h1>Connections</h1>\n<p>{Svg.Text(Summary(grid))}</p>\n<input type=\"search\" placeholder=\"Find a workload\" aria-label=\"Find a workload\">\n</header>\n<section>\n<h2>Matrix</h2>\n");
        MatrixPicture.Write(grid, output);
        output.Write("</section>\n<section>\n<h2>Graph</h2>\n<p>A curve is a connection in the colour of where it comes from; a band joins groups of which everything reaches everything.</p>\n");
        GraphPicture.Write(grid, output);
        output.Write("</section>\n<script>\n");
        output.Write(Script.ReplaceLineEndings("\n"));
        output.Write("\n</script>\n</body>\n</html>\n");
    }

    private static string Summary(Grid grid)
    {
        var counts = new int[Enum.GetValues<Openness>().Length];
        for (var from = 0; from < grid.Count; from++)
        {
            for (var to = 0; to < grid.Count; to++) counts[(int)grid[from, to].Openness]++;
        }

        return FormattableString.Invariant($"{grid.Count} workloads and networks; {counts[(int)Openness.EveryPort]} pairs open on every port, {counts[(int)Openness.SomePorts]} on some, {counts[(int)Openness.Undefined]} that depend on an open question.");
    }
}
