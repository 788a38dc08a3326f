using PolicyKit.Manifests;

namespace PolicyKit.Tests.Manifests;

/// <summary>A folder whose process dies at the n-th step that changes something: from then on nothing is done any more, not even tidying up.</summary>
internal sealed class CrashingFolder(IFolder inner, int deadlyStep) : IFolder
{
    private int _step;

    public bool Crashes(Action action)
    {
        try
        {
            action();
            return false;
        }
        catch (CrashException)
        {
            return true;
        }
    }

    public string? TryRead(string name) => inner.TryRead(name);

    public void Stage(string name, string content) => Do(() => inner.Stage(name, content));

    public void Commit(string name) => Do(() => inner.Commit(name));

    public void Discard(string name) => Do(() => inner.Discard(name));

    public void Delete(string name) => Do(() => inner.Delete(name));

    private void Do(Action change)
    {
        if (++_step >= deadlyStep) throw new CrashException();
        change();
    }

    private sealed class CrashException : Exception;
}
