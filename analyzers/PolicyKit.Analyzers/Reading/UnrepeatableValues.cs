using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PolicyKit.Analyzers.Reading;

/// <summary>Knows the members of the base class library whose values another run or another machine gives otherwise.</summary>
internal static class UnrepeatableValues
{
    /// <summary>What a value is, and what it is called; null for every other one.</summary>
    internal static (UnrepeatableKind Kind, string Name)? Of(IOperation operation)
    {
        var (type, member, kind) = operation switch
        {
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => (property.ContainingType, property.Name, OfProperty(property.ContainingType.Name, property.Name)),
            IInvocationOperation { TargetMethod: var method } => (method.ContainingType, method.Name, OfMethod(method)),
            IObjectCreationOperation { Arguments.Length: 0, Type: INamedTypeSymbol { Name: "Random" } created } => (created, "", UnrepeatableKind.Random),
            _ => (null, "", (UnrepeatableKind?)null),
        };
        if (kind is not { } known || type is null || !IsOfSystem(type)) return null;
        return (known, member.Length == 0 ? $"new {type.Name}()" : operation is IInvocationOperation { Instance: not null } ? member : $"{type.Name}.{member}");
    }

    /// <summary>Whether a type is one of the base class library.</summary>
    internal static bool IsOfSystem(ITypeSymbol type)
    {
        for (var space = type.ContainingNamespace; space is { IsGlobalNamespace: false }; space = space.ContainingNamespace)
        {
            if (space.ContainingNamespace is { IsGlobalNamespace: true }) return space.Name == "System";
        }

        return false;
    }

    private static UnrepeatableKind? OfProperty(string type, string property) => (type, property) switch
    {
        ("DateTime", "Now" or "UtcNow" or "Today") or ("DateTimeOffset", "Now" or "UtcNow") or ("Environment", "TickCount" or "TickCount64") => UnrepeatableKind.Clock,
        ("Random", "Shared") => UnrepeatableKind.Random,
        ("Environment", "MachineName" or "UserName" or "UserDomainName" or "CurrentDirectory" or "ProcessId" or "OSVersion" or "ProcessorCount") => UnrepeatableKind.Environment,
        ("CultureInfo", "CurrentCulture" or "CurrentUICulture") => UnrepeatableKind.Culture,
        _ => null,
    };

    private static UnrepeatableKind? OfMethod(IMethodSymbol method) => (method.ContainingType?.Name, method.Name) switch
    {
        ("TimeProvider", "GetUtcNow" or "GetLocalNow") or ("Stopwatch", "GetTimestamp") => UnrepeatableKind.Clock,
        ("Guid", "NewGuid" or "CreateVersion7") or ("Path", "GetRandomFileName" or "GetTempFileName") => UnrepeatableKind.Random,
        ("RandomNumberGenerator", "GetInt32" or "GetBytes" or "GetHexString" or "GetString") when method.IsStatic => UnrepeatableKind.Random,
        ("Environment", "GetEnvironmentVariable" or "GetEnvironmentVariables" or "ExpandEnvironmentVariables") or ("Dns", "GetHostName") => UnrepeatableKind.Environment,
        ("String", "ToLower" or "ToUpper") when method.Parameters.Length == 0 => UnrepeatableKind.Culture,
        _ => null,
    };
}
