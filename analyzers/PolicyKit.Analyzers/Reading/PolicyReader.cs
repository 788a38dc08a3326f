using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Reading;

/// <summary>
/// Reads policies in source. In: the control flow graph of a member. Out: each place where a set is complete, with everything the set can be
/// there. Values are followed back to their roots: through variables, branches, loops, initialisers and helpers in source.
/// </summary>
/// <remarks>One for each compilation. What cannot be followed is unknown: parameters, other assemblies, reflection, fields that anybody can write.</remarks>
internal sealed class PolicyReader(Compilation compilation, Vocabulary vocabulary, CancellationToken cancellation)
{
    private readonly ConcurrentDictionary<ISymbol, Body?> _bodies = new(SymbolEqualityComparer.Default);

    private readonly ConcurrentDictionary<ISymbol, IOperation> _atHand = new(SymbolEqualityComparer.Default);

    internal Vocabulary Vocabulary { get; } = vocabulary;

    /// <summary>Keeps the operations of a member that may turn out to be a helper, so that they need not be made a second time.</summary>
    internal void Keep(ISymbol member, IOperation operation)
    {
        if (Vocabulary.IsOfLibrary(member switch { IMethodSymbol method => method.ReturnType, IFieldSymbol field => field.Type, IPropertySymbol property => property.Type, _ => member }))
            _atHand[member] = Root(operation);
    }

    /// <summary>Lets go of what was kept of a member whose type is done; of its graph too, where no other type can ask for it.</summary>
    internal void Forget(ISymbol member)
    {
        _atHand.TryRemove(member, out _);
        if (member.DeclaredAccessibility is Accessibility.Private) _bodies.TryRemove(member, out _);
    }

    /// <summary>The places in a member where sets are complete.</summary>
    internal IEnumerable<Ending> EndingsIn(IOperation block, INamedTypeSymbol? root)
    {
        if (GraphOf(Root(block)) is not { } graph) return [];
        var walk = new Walk(new Scope(this, root, cancellation), graph, Tracking.Of(graph.OriginalOperation), new());
        walk.Run(Slots.Empty);
        return walk.Endings();
    }

    /// <summary>The body that a call surely runs, when it is the only one and in source.</summary>
    internal Body? BodyOf(IMethodSymbol method)
    {
        var only = method.OriginalDefinition;
        return _bodies.TryGetValue(only, out var body) ? body : _bodies.GetOrAdd(only, ReadBody(only));
    }

    /// <summary>What a field or property surely holds, or how it is surely computed.</summary>
    internal Body? InitializerOf(ISymbol member) => _bodies.GetOrAdd(member.OriginalDefinition, ReadInitializer);

    private Body? ReadBody(IMethodSymbol method)
    {
        var certain = method is { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet, IsAsync: false, IsExtern: false, IsAbstract: false, IsVirtual: false, DeclaringSyntaxReferences.Length: > 0 }
            && (!method.IsOverride || method.IsSealed || method.ContainingType.IsSealed)
            && method.Parameters.All(one => one.RefKind is not (RefKind.Ref or RefKind.Out));
        if (!certain) return null;

        var declaration = (method.PartialImplementationPart ?? method).DeclaringSyntaxReferences[0].GetSyntax(cancellation);
        return declaration is ArrowExpressionClauseSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax ? Read(method, declaration) : null;
    }

    private Body? ReadInitializer(ISymbol member)
    {
        if (member is IFieldSymbol { IsReadOnly: true, DeclaringSyntaxReferences: [var field] } && field.GetSyntax(cancellation) is VariableDeclaratorSyntax { Initializer: { } value })
            return IsAssignedInConstructor(member) ? null : Read(member, value);
        if (member is not IPropertySymbol { IsAbstract: false, IsVirtual: false, IsOverride: false, DeclaringSyntaxReferences: [var declared] } property) return null;

        var syntax = declared.GetSyntax(cancellation) as PropertyDeclarationSyntax;
        if (syntax?.ExpressionBody is { } computed && property.GetMethod is { } arrow) return Read(arrow, computed);
        if (property.SetMethod is null && syntax?.Initializer is { } initial) return IsAssignedInConstructor(member) ? null : Read(member, initial);
        return property.GetMethod is { } getter && syntax?.AccessorList?.Accessors.Any(one => one.Body is not null || one.ExpressionBody is not null) is true ? ReadBody(getter) : null;
    }

    private bool IsAssignedInConstructor(ISymbol member) => member.ContainingType.Constructors.Concat(member.ContainingType.StaticConstructors)
        .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
        .Any(reference => reference.GetSyntax(cancellation) is ConstructorDeclarationSyntax constructor
            && constructor.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == member.Name));

    private Body? Read(ISymbol member, SyntaxNode syntax)
    {
        var operation = _atHand.TryGetValue(member, out var kept) ? kept : OperationOf(syntax);
        if (operation is null || Tracking.Of(operation) is not { Yields: false } tracking) return null;
        return GraphOf(operation) is { } graph ? new(graph, tracking, member.ContainingType) : null;
    }

    // A helper may stand in another file than the member that is analysed, so the model cannot be the one at hand.
    [SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1030", Justification = "Helpers stand in other files; each is read once a compilation, and only when a complete set is in view.")]
    private IOperation? OperationOf(SyntaxNode syntax) =>
        compilation.ContainsSyntaxTree(syntax.SyntaxTree) ? compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) : null;

    private ControlFlowGraph? GraphOf(IOperation root) => root switch
    {
        IMethodBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        IConstructorBodyOperation { Parent: null } body => ControlFlowGraph.Create(body, cancellation),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellation),
        IFieldInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer, cancellation),
        IPropertyInitializerOperation { Parent: null } initializer => ControlFlowGraph.Create(initializer, cancellation),
        _ => null,
    };

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent) operation = parent;
        return operation;
    }
}
