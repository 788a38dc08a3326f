using Microsoft.CodeAnalysis;
using PolicyKit.Analyzers.Finished;
using PolicyKit.Analyzers.Reading;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers;

/// <summary>Decides PK1001 and PK1002 on a complete set. In: all that the set can be. Out: the verbs that cut pods off, and on which runs.</summary>
/// <remarks>
/// INVARIANT (set): the predicate is asked on the set. It is bad on every run when each of its forms has an entry that is bad whatever the other
/// entries are; entries vary independently of each other.
/// </remarks>
internal static class EgressVerdicts
{
    internal static EgressVerdict[] Of(Value set, Need need)
    {
        if (set.IsUnknown) return [];
        var forms = set.Alternatives.Select(form => (form as Known.Set)?.Entries ?? [Value.Of(form)]).Select(entries => Judge(entries, need)).ToArray();
        var always = forms.Length > 0 && forms.All(entries => entries.Any(entry => entry.IsAlways(Reach.CutOff)));
        var verdicts = forms.SelectMany(entries => entries).SelectMany(entry => entry.CutOff.Select(site =>
            new EgressVerdict(site, always && entry.IsAlways(Reach.CutOff) ? Certainty.Always : Certainty.Sometimes))).ToArray();
        return verdicts.Length > 0
            ? verdicts
            : [.. forms.SelectMany(entries => entries).Where(entry => entry.IsAlways(Reach.Possible)).SelectMany(entry => entry.Possible.Select(site => new EgressVerdict(site, Certainty.OnlyPossiblyOpen)))];
    }

    private static EntryReach[] Judge(Value[] entries, Need need)
    {
        // What settles nothing helps nobody: only the others are looked at again and again.
        var helpers = entries.Where(entry => entry.Alternatives.OfType<Known.Policy>().Any(policy => (policy.Facts & ~EgressFacts.Restricts) != 0)).ToArray();
        return [.. entries.Select(entry => Judge(entry, helpers, need))];
    }

    private static EntryReach Judge(Value entry, Value[] helpers, Need need)
    {
        var judged = new EntryReach();
        foreach (var policy in entry.Alternatives.OfType<Known.Policy>())
        {
            var alone = EgressReach.Verdict(policy.Facts, policy.Facts, need);
            // One report a spot: that the API server is looked for by labels (PK1004) says it already.
            if (need is Need.ApiServer && policy.Details.LooksForApiServer) alone = Reach.Fine;
            if (alone is Reach.Fine)
            {
                judged.Add(alone, policy.Site);
                continue;
            }

            var together = helpers.Where(helper => !ReferenceEquals(helper, entry)).Aggregate(Only(policy.Facts), (facts, helper) => Combined(facts, helper, policy));
            for (var facts = 0; facts < 32; facts++)
            {
                if ((together & Only((EgressFacts)facts)) != 0) judged.Add(EgressReach.Verdict(policy.Facts, (EgressFacts)facts, need), policy.Site);
            }
        }

        return judged;
    }

    /// <summary>All combinations of facts, a bit each, with one more policy that may cover the pods.</summary>
    private static uint Combined(uint before, Value helper, Known.Policy policy)
    {
        var after = 0u;
        foreach (var other in helper.Alternatives.OfType<Known.Policy>())
        {
            var added = FactsToward(policy, other);
            for (var facts = 0; facts < 32; facts++)
            {
                if ((before & Only((EgressFacts)facts)) != 0) after |= Only((EgressFacts)facts | added);
            }
        }

        return after;
    }

    private static EgressFacts FactsToward(Known.Policy policy, Known.Policy other) => Coverage.Covers(other, policy) switch
    {
        true => other.Facts,
        false => EgressFacts.None,

        // It may cover the pods: what it opens then keeps the rule silent.
        null => ((other.Facts & (EgressFacts.ApiServerSettled | EgressFacts.ApiServerPossible)) != 0 ? EgressFacts.ApiServerSettled : EgressFacts.None)
            | ((other.Facts & (EgressFacts.DnsSettled | EgressFacts.DnsPossible)) != 0 ? EgressFacts.DnsSettled : EgressFacts.None),
    };

    private static uint Only(EgressFacts facts) => 1u << (int)facts;

    /// <summary>What one entry meets, over all runs.</summary>
    private sealed class EntryReach
    {
        private int _seen;

        internal List<SyntaxNode> CutOff { get; } = [];

        internal List<SyntaxNode> Possible { get; } = [];

        internal void Add(Reach reach, SyntaxNode? site)
        {
            _seen |= 1 << (int)reach;
            if (site is null) return;
            if (reach is Reach.CutOff) CutOff.Add(site);
            else if (reach is Reach.Possible) Possible.Add(site);
        }

        internal bool IsAlways(Reach reach) => _seen == 1 << (int)reach;
    }
}
