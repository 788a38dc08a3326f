using System.Reflection;

namespace PolicyKit.Tests.Literals;

/// <summary>What holds of every literal: it is checked when it is made, and stays as it was made.</summary>
public sealed class LiteralTypesTests
{
    private static readonly Type[] Types =
    [
        typeof(CidrBlock), typeof(DnsPattern), typeof(Label), typeof(LabelKey), typeof(LabelRequirement), typeof(LabelSelector), typeof(Port),
        .. typeof(Port).GetNestedTypes(),
    ];

    [TestCaseSource(nameof(Types))]
    public void A_literal_cannot_be_made_or_changed_unchecked(Type type)
    {
        type.GetConstructors().ShouldBeEmpty();
        type.GetProperties().ShouldAllBe(property => property.SetMethod == null);
        type.GetFields(BindingFlags.Instance | BindingFlags.Public).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Types))]
    public void A_literal_has_no_conversions(Type type) =>
        type.GetMethods().ShouldAllBe(method => method.Name != "op_Implicit" && method.Name != "op_Explicit");

    [Test]
    public void The_forms_of_a_port_are_sealed_and_nested() =>
        typeof(Port).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Port))).ShouldAllBe(type => type.IsSealed && type.DeclaringType == typeof(Port));

    [Test]
    public void Legal_names_are_checked_without_allocating()
    {
        CheckNames();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var isLegal = CheckNames();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        isLegal.ShouldBeTrue();
        allocated.ShouldBe(0);
    }

    private static bool CheckNames() =>
        (NameSyntax.PolicyName("web") ?? NameSyntax.Namespace("shop") ?? NameSyntax.LabelKey("app.kubernetes.io/name") ?? NameSyntax.LabelValue("web")
            ?? NameSyntax.AnnotationKey("example.com/why") ?? NameSyntax.PortName("http-metrics") ?? NameSyntax.PortRange(1, 2)) is null;
}
