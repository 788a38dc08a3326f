using PolicyKit.Verification.Deciding;

namespace PolicyKit.Verification.Compiling;

/// <summary>
/// One policy in one direction, compiled and not yet placed: an enforcement puts <see cref="Block"/> into a rank and
/// <see cref="Endings"/> where its engine holds endpoints.
/// </summary>
/// <param name="Name">What ties are settled by.</param>
/// <param name="Block">Its rules.</param>
/// <param name="Endings">Whom it holds when nothing matched.</param>
internal sealed record PolicyView(string Name, Block Block, ValueArray<Ending> Endings);
