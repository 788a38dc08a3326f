using System.Runtime.CompilerServices;
using PolicyKit.Rules;

namespace PolicyKit;

/// <summary>A connection between two workloads, written once and allowed at both ends.</summary>
public static class Connection
{
    /// <summary>Allows a connection at both ends: egress of one workload, ingress of the other.</summary>
    /// <remarks>
    /// A rule also isolates. An end therefore only adds to what is governed anyhow: another policy of the set governs its direction, or the set says
    /// that the namespace is its own, <c>Namespace("x").Owned()</c>. Where neither holds, that is an error (PK1013).
    /// </remarks>
    /// <param name="source">The workload that connects.</param>
    /// <param name="destination">The workload it connects to.</param>
    /// <param name="port">The port of the destination, after Service translation.</param>
    /// <param name="because">Why; it is written as an annotation at both ends.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>Two policies, to be spread into a set.</returns>
    /// <exception cref="FormatException">The names of the workloads are too long for the name of a policy.</exception>
    /// <example><code>PolicySet set = [jaasPolicy, sourceControllerPolicy, .. Connection.Between(jaas, sourceController, Port.Tcp(9090))];</code></example>
    [Verb(Verb.Between)]
    public static PolicySet Between(
        Workload source, Workload destination, Port port, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Between(source, destination, [port], because, file, line);

    /// <summary>Allows a connection on several ports at both ends: egress of one workload, ingress of the other.</summary>
    /// <param name="source">The workload that connects.</param>
    /// <param name="destination">The workload it connects to.</param>
    /// <param name="ports">The ports of the destination. A sequence that turns out empty is an error (PK0010), not "all ports".</param>
    /// <param name="because">Why; it is written as an annotation at both ends.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <returns>Two policies, to be spread into a set.</returns>
    /// <exception cref="FormatException">The names of the workloads are too long for the name of a policy.</exception>
    [Verb(Verb.Between)]
    public static PolicySet Between(
        Workload source, Workload destination, IEnumerable<Port> ports, string? because = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(destination);
        var origin = new Origin(file, line);
        var opened = ports.ToValueArray();
        var reason = because is null ? null : Reason.Checked(because);
        return
        [
            End(source, "to", destination, origin).WithEgressRule(new(opened, [destination.Pods], reason, origin)),
            End(destination, "from", source, origin).WithIngressRule(new(opened, [source.Pods], reason, origin)),
        ];
    }

    private static Policy End(Workload own, string preposition, Workload other, Origin origin) =>
        Policy.For(own, origin.File ?? "", origin.Line).Named($"{own.Name}-{preposition}-{other.Name}") with { Provenance = new() { IsConnectionEnd = true } };
}
