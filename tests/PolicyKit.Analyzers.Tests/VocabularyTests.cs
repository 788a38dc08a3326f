using System.Reflection;
using PolicyKit.Rules;

namespace PolicyKit.Analyzers.Tests;

/// <summary>What the library says of its own words is what they do: the attributes cannot drift from the values.</summary>
public class VocabularyTests
{
    private static readonly EgressModel Unknown = new(ClusterProfile.Unknown);

    private static readonly Type[] Made = [typeof(Policy), typeof(PolicySet), typeof(IngressClause), typeof(EgressClause), typeof(Port), typeof(RulePeer), typeof(LabelSelector), typeof(LabelKey)];

    // Raw text is not read: the set is unknown from then on. The others read text at run time, or look at what is there.
    private static readonly string[] WithoutMeaning = ["PolicySet.WithRaw", "Port.Parse", "LabelSelector.Parse", "LabelSelector.Everything", "Policy.Subject", "PodsPeer.Selector"];

    private static IEnumerable<MemberInfo> Words => typeof(Policy).Assembly.GetExportedTypes()
        .Where(type => type == typeof(Dsl) || Made.Any(made => made.IsAssignableFrom(type)))
        .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(member => Made.Any(made => made.IsAssignableFrom(Result(member))) && !member.Name.StartsWith('<') && !member.Name.StartsWith("get_", StringComparison.Ordinal));

    [Test]
    public void Every_word_says_what_it_means() =>
        Words.Where(word => word.GetCustomAttribute<VerbAttribute>() is null && word.GetCustomAttribute<WordAttribute>() is null && word.GetCustomAttribute<PolicyEffectAttribute>() is null)
            .Select(word => $"{word.DeclaringType!.Name}.{word.Name}").Distinct().Except(WithoutMeaning).ShouldBeEmpty();

    [Test]
    public void A_property_word_says_the_traits_of_its_value()
    {
        var words = Words.OfType<PropertyInfo>().Where(word => word.GetCustomAttribute<WordAttribute>() is not null).ToArray();
        words.Length.ShouldBe(21);
        foreach (var word in words)
        {
            var said = word.GetCustomAttribute<WordAttribute>()!;
            if (word.GetValue(null) is Port port) said.Ports.ShouldBe(EgressModel.TraitsOf(port), word.Name);
            else said.Peers.ShouldBe(Unknown.TraitsOf((RulePeer)word.GetValue(null)!), word.Name);
        }
    }

    [Test]
    public void Annotated_verbs_do_what_they_say()
    {
        var verbs = typeof(Policy).GetMethods().Where(method => method.GetCustomAttribute<PolicyEffectAttribute>() is not null).ToArray();
        verbs.Select(verb => verb.Name).ShouldBe(["AllowClusterDns", "AllowApiServer", "NeedsNoApiServer", "NeedsNoDns"], ignoreOrder: true);
        foreach (var verb in verbs)
        {
            object[] arguments = verb.GetParameters().Length == 1 ? ["because"] : ["file", 1];
            var facts = Unknown.FactsOf((Policy)verb.Invoke(Policy.ForAllPods(), arguments)!);
            ((int)facts).ShouldBe((int)verb.GetCustomAttribute<PolicyEffectAttribute>()!.Effects, verb.Name);
        }
    }

    [Test]
    public void Effects_and_facts_have_the_same_numbers() =>
        new[] { PolicyEffects.RestrictsEgress, PolicyEffects.SettlesApiServer, PolicyEffects.SettlesDns }.Select(one => (int)one)
            .ShouldBe(new[] { EgressFacts.Restricts, EgressFacts.ApiServerSettled, EgressFacts.DnsSettled }.Select(one => (int)one));

    private static Type? Result(MemberInfo member) => member switch
    {
        MethodInfo method => method.ReturnType,
        PropertyInfo property => property.PropertyType,
        _ => null,
    };
}
