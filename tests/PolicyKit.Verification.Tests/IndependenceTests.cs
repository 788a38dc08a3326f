using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace PolicyKit.Verification.Tests;

/// <summary>The judge shares no code with the accused: it names nothing of the emitters and sees nothing that is not public.</summary>
internal sealed class IndependenceTests
{
    [Test]
    public void The_judge_names_no_type_of_the_engines()
    {
        var named = TypesNamed();
        named.ShouldContain("PolicyKit.Manifests.Manifest");
        named.Where(name => name.StartsWith("PolicyKit.Engines", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Test]
    public void Of_the_intermediate_form_the_judge_names_values_and_no_lowering()
    {
        var types = TypesNamed().Where(name => name.StartsWith("PolicyKit.Ir.", StringComparison.Ordinal)).ToList();
        types.ShouldContain("PolicyKit.Ir.PolicyIr");
        foreach (var name in types)
        {
            var type = typeof(Policy).Assembly.GetType(name, throwOnError: true)!;
            type.IsVisible.ShouldBeTrue($"{name} is not public.");
            type.GetMethod("<Clone>$").ShouldNotBeNull($"{name} is not a record: the judge reads values only.");
        }
    }

    [Test]
    public void The_judge_sees_only_what_is_public() =>
        typeof(Policy).Assembly.GetCustomAttributes<System.Runtime.CompilerServices.InternalsVisibleToAttribute>()
            .Select(attribute => attribute.AssemblyName).ShouldNotContain(name => name.StartsWith("PolicyKit.Verification", StringComparison.Ordinal));

    [Test]
    public void The_judge_calls_nothing_of_the_accused_but_the_emission_that_agreement_judges()
    {
        string[] accused = ["Lower", "Subtract", "Merge", "Overlaps", "Contains", "Matches"];
        MembersNamed().Where(member => member.Type.StartsWith("PolicyKit.", StringComparison.Ordinal) && accused.Contains(member.Name)).ShouldBeEmpty();
        MembersNamed().Where(member => member.Name == "Emit").ShouldBe([("PolicyKit.PolicySet", "Emit")]);
    }

    private static List<string> TypesNamed()
    {
        using var file = Open(out var reader);
        return [.. reader.TypeReferences.Select(handle => FullName(reader, handle)).Distinct()];
    }

    private static List<(string Type, string Name)> MembersNamed()
    {
        using var file = Open(out var reader);
        return
        [
            .. from handle in reader.MemberReferences
               let member = reader.GetMemberReference(handle)
               where member.Parent.Kind == HandleKind.TypeReference
               select (FullName(reader, (TypeReferenceHandle)member.Parent), reader.GetString(member.Name)),
        ];
    }

    private static PEReader Open(out MetadataReader reader)
    {
        var file = new PEReader(File.OpenRead(typeof(Judge).Assembly.Location));
        reader = file.GetMetadataReader();
        return file;
    }

    private static string FullName(MetadataReader reader, TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var name = reader.GetString(type.Name);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference) return $"{FullName(reader, (TypeReferenceHandle)type.ResolutionScope)}+{name}";
        var ns = reader.GetString(type.Namespace);
        return ns.Length == 0 ? name : $"{ns}.{name}";
    }
}
