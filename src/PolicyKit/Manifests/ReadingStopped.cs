namespace PolicyKit.Manifests;

/// <summary>Gives up the document that is being read, or the rest of the text; what is wrong was reported before it is thrown.</summary>
internal sealed class ReadingStopped(bool endsText) : Exception
{
    public bool EndsText => endsText;
}
