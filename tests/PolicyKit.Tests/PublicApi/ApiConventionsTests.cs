using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;

namespace PolicyKit.Tests.PublicApi;

/// <summary>The rules of the API, held by looking at it: closed hierarchies, values that cannot change, words for everything.</summary>
public sealed class ApiConventionsTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly[] Assemblies = [.. Shipped.Assemblies];

    private static readonly Type[] Public = [.. Assemblies.SelectMany(assembly => assembly.GetExportedTypes()).OrderBy(type => type.FullName, StringComparer.Ordinal)];

    private static IEnumerable<Type> Hierarchies() => Public.Where(type => type is { IsAbstract: true, IsSealed: false, IsInterface: false });

    [TestCaseSource(nameof(Hierarchies))]
    public void A_hierarchy_is_closed_and_its_leaves_are_sealed(Type root)
    {
        root.GetConstructors(Everything).Where(constructor => !constructor.IsStatic && (constructor.IsPublic || constructor.IsFamily || constructor.IsFamilyOrAssembly) && !IsCopy(constructor, root))
            .ShouldBeEmpty();
        foreach (var leaf in root.Assembly.GetTypes().Where(type => type.BaseType == root && !type.IsAbstract)) leaf.IsSealed.ShouldBeTrue(leaf.FullName);
    }

    [Test]
    public void Every_public_class_that_is_not_abstract_is_sealed() =>
        Public.Where(type => type is { IsClass: true, IsAbstract: false, IsSealed: false }).ShouldBeEmpty();

    [Test]
    public void No_public_field_can_be_written() =>
        Public.Where(type => !type.IsEnum).SelectMany(type => type.GetFields(Everything)).Where(field => field is { IsPublic: true, IsInitOnly: false, IsLiteral: false }).Select(Name).ShouldBeEmpty();

    [Test]
    public void No_property_can_be_set_after_construction() =>
        Public.SelectMany(type => type.GetProperties(Everything)).Where(property => property.SetMethod is { IsPublic: true } && !IsInit(property.SetMethod)).Select(Name).ShouldBeEmpty();

    // A record copies its fields: one that holds a list of the framework would share it with its copy, and could be changed through either.
    [Test]
    public void No_value_keeps_a_collection_that_can_change() =>
        Public.Where(IsValue).SelectMany(type => type.GetFields(Everything)).Where(field => !field.IsStatic && IsMutable(field.FieldType) && !IsOwned(field)).Select(Name).ShouldBeEmpty();

    [Test]
    public void Only_ToDictionary_gives_a_dictionary() =>
        Public.SelectMany(type => type.GetMethods(Everything)).Where(method => method.IsPublic && Signature(method).Any(type => type.Name.Contains("Dictionary"))).Select(method => method.Name).Distinct().ShouldBe(["ToDictionary"]);

    // A compiler of C# 12 cannot call it at all; a sequence it can hand over whole.
    [Test]
    public void No_public_method_takes_a_params_span() =>
        Public.SelectMany(type => type.GetMethods(Everything)).Where(method => method.IsPublic)
            .SelectMany(method => method.GetParameters()).Where(parameter => parameter.IsDefined(typeof(ParamCollectionAttribute)) && parameter.ParameterType.IsByRefLike).Select(parameter => Name(parameter.Member)).ShouldBeEmpty();

    [Test]
    public void Every_public_type_and_member_is_documented_with_a_whole_sentence()
    {
        var documented = Assemblies.SelectMany(assembly => XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member"))
            .DistinctBy(member => member.Attribute("name")!.Value).ToDictionary(member => member.Attribute("name")!.Value, member => member, StringComparer.Ordinal);

        foreach (var type in Public) documented.ShouldContainKey($"T:{type.FullName!.Replace('+', '.')}");
        documented.Values.Select(member => member.Element("summary")).Where(summary => summary is not null && !EndsLikeASentence(summary)).Select(summary => summary!.ToString()).ShouldBeEmpty();
    }

    private static bool EndsLikeASentence(XElement summary) => summary.Value.TrimEnd() is [.., '.' or '?' or ':'] or [.., '.', ')'];

    // The copy constructor of a record is protected by the language; without another constructor in reach nobody can derive.
    private static bool IsCopy(ConstructorInfo constructor, Type type) => constructor.GetParameters() is [var only] && only.ParameterType == type;

    private static bool IsInit(MethodInfo setter) => setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsValue(Type type) => type.GetMethod("<Clone>$") is not null || type.IsValueType;

    private static bool IsMutable(Type type) => type.IsArray || (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(List<>) || open == typeof(Dictionary<,>) || open == typeof(HashSet<>)));

    private static bool IsOwned(FieldInfo field) => field.DeclaringType is { IsNested: true, Name: "Enumerator" };

    private static IEnumerable<Type> Signature(MethodInfo method) => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType);

    private static string Name(MemberInfo member) => $"{member.DeclaringType}.{member.Name}";
}
