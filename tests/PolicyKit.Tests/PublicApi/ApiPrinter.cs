using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace PolicyKit.Tests.PublicApi;

/// <summary>Input: a built assembly. Output: its public surface as text, a member a line, sorted; what a user can see, and nothing else.</summary>
internal static class ApiPrinter
{
    private static readonly SymbolDisplayFormat TypeName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private static readonly SymbolDisplayFormat Member = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeModifiers | SymbolDisplayMemberOptions.IncludeConstantValue | SymbolDisplayMemberOptions.IncludeRef,
        parameterOptions: SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    public static string Print(string assemblyPath)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !string.Equals(Path.GetFileName(path), Path.GetFileName(assemblyPath), StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var reference = MetadataReference.CreateFromFile(assemblyPath);
        var assembly = (IAssemblySymbol)CSharpCompilation.Create("PublicApi", references: [.. references, reference]).GetAssemblyOrModuleSymbol(reference)!;
        var text = new StringBuilder();
        foreach (var type in Types(assembly.GlobalNamespace).OrderBy(type => type.ToDisplayString(TypeName), StringComparer.Ordinal)) Append(text, type);
        return text.ToString();
    }

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol within) =>
        from member in within.GetMembers()
        from type in member switch
        {
            INamespaceSymbol inner => Types(inner),
            INamedTypeSymbol type when IsVisible(type) => Types(type).Prepend(type),
            _ => [],
        }
        select type;

    private static void Append(StringBuilder text, INamedTypeSymbol type)
    {
        text.Append(Modifiers(type)).Append(' ').Append(type.ToDisplayString(TypeName)).Append(Bases(type)).Append('\n');
        foreach (var line in type.GetMembers().Where(IsListed).Select(member => $"    {Accessibility(member)}{member.ToDisplayString(Member)}\n").Order(StringComparer.Ordinal)) text.Append(line);
        text.Append('\n');
    }

    // What the compiler writes for every record and every property says nothing that its type and its property do not say.
    private static bool IsListed(ISymbol member) =>
        IsVisible(member) && !member.IsImplicitlyDeclared && member is not INamedTypeSymbol
        && member is not IMethodSymbol { MethodKind: MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.EventAdd or MethodKind.EventRemove }
        && !member.Name.StartsWith('<')
        && !(member.ContainingType.IsRecord && member.Name is "PrintMembers" or "EqualityContract" or "Deconstruct" or "op_Equality" or "op_Inequality" or "GetHashCode" or "Equals" or "ToString");

    private static bool IsVisible(ISymbol member) => member.DeclaredAccessibility is Microsoft.CodeAnalysis.Accessibility.Public or Microsoft.CodeAnalysis.Accessibility.Protected or Microsoft.CodeAnalysis.Accessibility.ProtectedOrInternal;

    private static string Accessibility(ISymbol member) => member.DeclaredAccessibility is Microsoft.CodeAnalysis.Accessibility.Public ? "" : "protected ";

    private static string Modifiers(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => "enum",
        { TypeKind: TypeKind.Interface } => "interface",
        { TypeKind: TypeKind.Struct } => type.IsReadOnly ? $"readonly {Record(type)}struct" : $"{Record(type)}struct",
        { IsStatic: true } => "static class",
        { IsAbstract: true } => $"abstract {(type.IsRecord ? "record" : "class")}",
        { IsSealed: true } => $"sealed {(type.IsRecord ? "record" : "class")}",
        _ => type.IsRecord ? "record" : "class",
    };

    private static string Record(INamedTypeSymbol type) => type.IsRecord ? "record " : "";

    private static string Bases(INamedTypeSymbol type)
    {
        IEnumerable<INamedTypeSymbol> bases = type.BaseType is { SpecialType: SpecialType.None } parent ? [parent, .. type.Interfaces] : type.Interfaces;
        var names = bases.Where(one => one.DeclaredAccessibility is Microsoft.CodeAnalysis.Accessibility.Public).Select(one => one.ToDisplayString(Member)).ToArray();
        return names.Length == 0 || type.TypeKind is TypeKind.Enum ? "" : $" : {string.Join(", ", names)}";
    }
}
