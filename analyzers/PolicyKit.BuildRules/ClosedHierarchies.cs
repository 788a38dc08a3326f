using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace PolicyKit.BuildRules;

/// <summary>The closed hierarchies of a compilation: an abstract type that only its own assembly can derive from, and its concrete forms.</summary>
internal sealed class ClosedHierarchies(Compilation compilation)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, INamedTypeSymbol[]?> _forms = new(SymbolEqualityComparer.Default);

    /// <summary>The concrete forms of a type of this compilation; null when the type is not closed.</summary>
    internal INamedTypeSymbol[]? FormsOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: true } named && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly)
            ? _forms.GetOrAdd(named, Read)
            : null;

    private INamedTypeSymbol[]? Read(INamedTypeSymbol root)
    {
        // The copy constructor of a record is protected, and derives nothing by itself.
        var isClosed = root.InstanceConstructors.All(one => IsCopy(one) || one.DeclaredAccessibility is Accessibility.Private or Accessibility.ProtectedAndInternal);
        if (!isClosed) return null;

        INamedTypeSymbol[] forms = [.. TypesIn(compilation.Assembly.GlobalNamespace).Where(type => !type.IsAbstract && DerivesFrom(type, root))];
        return forms.Length > 0 && forms.All(form => form.IsSealed) ? forms : null;
    }

    internal static bool DerivesFrom(ITypeSymbol type, ITypeSymbol root)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, root.OriginalDefinition)) return true;
        }

        return false;
    }

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? TypesIn(type).Prepend(type) : TypesIn(member));
}
