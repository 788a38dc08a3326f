using PolicyKit.Verification.Sets;

namespace PolicyKit.Verification.Deciding;

/// <summary>One flow as one policy direction sees it: the subject, the peer, the traffic, and what is answered.</summary>
internal sealed class Sight
{
    public Sight(Endpoint subject, IpAddress subjectAddress, Endpoint peer, IpAddress peerAddress, Traffic traffic, Answers answers)
    {
        Subject = subject;
        SubjectAddress = subjectAddress;
        Peer = peer;
        PeerAddress = peerAddress;
        Traffic = traffic;
        Answers = answers;
        PeerKinds = peer.Kinds;
        if ((PeerKinds & Kinds.OtherNode) != 0 && peer.Node is not null && string.Equals(peer.Node, subject.Node, StringComparison.Ordinal))
        {
            PeerKinds = (PeerKinds & ~Kinds.OtherNode) | Kinds.OwnNode;
        }
    }

    public Endpoint Subject { get; }

    public IpAddress SubjectAddress { get; }

    public Endpoint Peer { get; }

    public IpAddress PeerAddress { get; }

    /// <summary>The peer's kinds as this subject sees them: its own node is told from the others.</summary>
    public Kinds PeerKinds { get; }

    public Traffic Traffic { get; }

    public Answers Answers { get; set; }

    /// <summary>The question met last that is open; what to split on when a test comes out <see cref="Truth.Open"/>.</summary>
    public Question Pending { get; set; }

    public Endpoint At(Side side) => side == Side.Subject ? Subject : Peer;

    public IpAddress AddressAt(Side side) => side == Side.Subject ? SubjectAddress : PeerAddress;

    public Kinds KindsAt(Side side) => side == Side.Subject ? Subject.Kinds : PeerKinds;
}
