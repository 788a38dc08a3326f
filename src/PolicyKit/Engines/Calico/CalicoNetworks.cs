using PolicyKit.Manifests;

namespace PolicyKit.Engines.Calico;

/// <summary>Networks to <c>nets</c> and <c>notNets</c>: one family a rule, sorted, within the limit of each list.</summary>
/// <remarks>
/// INVARIANT (no holes across): networks with holes have a rule of their own, because <c>notNets</c> is taken from every one of <c>nets</c>.
/// INVARIANT (holes inside): a hole is strictly inside its network, so <c>notNets</c> never holds all addresses.
/// </remarks>
internal sealed class CalicoNetworks
{
    private readonly List<CidrBlock> _whole = [];
    private readonly List<(CidrBlock Block, IReadOnlyList<CidrBlock> Holes)> _holed = [];

    public void Add(ValueArray<CidrBlock> blocks)
    {
        foreach (var block in blocks) _whole.Add(block);
    }

    /// <summary>A network without holes strictly inside it.</summary>
    public void Add(CidrBlock block, IReadOnlyList<CidrBlock> holes)
    {
        if (holes.Count == 0)
        {
            _whole.Add(block);
        }
        else if (holes.Count <= CalicoLimits.Networks)
        {
            _holed.Add((block, holes));
        }
        else
        {
            // Too many for one list: each half takes the holes that lie in it.
            var (lower, upper) = CidrBlock.Halves(block);
            AddAllBut(lower, holes);
            AddAllBut(upper, holes);
        }
    }

    /// <summary>A network without whatever of it others hold; nothing when they hold all of it.</summary>
    public void AddAllBut(CidrBlock block, IEnumerable<CidrBlock> others)
    {
        var holes = CidrBlock.Merge(others.Where(block.Overlaps));
        if (holes.Count > 0 && holes[0].Contains(block)) return;
        Add(block, holes);
    }

    public void AddTo(List<CalicoPeers.Match> matches)
    {
        if (_whole.Count > 0) AddWhole(matches);
        foreach (var (block, holes) in _holed)
            matches.Add(new([new("nets", Nodes.List(block.ToString())), new("notNets", Nodes.Texts(holes))]));
    }

    private void AddWhole(List<CalicoPeers.Match> matches)
    {
        _whole.Sort();
        var list = new List<ManifestNode>();
        for (var i = 0; i < _whole.Count; i++)
        {
            // Calico refuses a list that holds a network twice.
            if (i > 0 && _whole[i] == _whole[i - 1]) continue;
            if (list.Count == CalicoLimits.Networks || (i > 0 && _whole[i].Family != _whole[i - 1].Family)) Flush(list, matches);
            list.Add(_whole[i].ToString());
        }

        Flush(list, matches);
    }

    private static void Flush(List<ManifestNode> list, List<CalicoPeers.Match> matches)
    {
        matches.Add(new([new("nets", Nodes.ListOf(list))]));
        list.Clear();
    }
}
