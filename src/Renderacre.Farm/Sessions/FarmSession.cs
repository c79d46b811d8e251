using Renderacre.Farm.Events;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Syncing;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Sessions;

/// <summary>A session in memory: it holds a slot, amounts and limits until it has ended.</summary>
internal sealed class FarmSession(SessionOpened opened, FarmWorker worker, UnitGroup group)
{
    private LeaseQueue _leases;

    /// <summary>How it was opened.</summary>
    public SessionOpened Opened { get; } = opened;

    /// <summary>Its number.</summary>
    public long Id => Opened.Session.Value;

    /// <summary>The worker.</summary>
    public FarmWorker Worker { get; } = worker;

    /// <summary>The group whose units it runs.</summary>
    public UnitGroup Group { get; } = group;

    /// <summary>Its leases in order: the head runs, the others are ahead.</summary>
    public ref LeaseQueue Leases => ref _leases;

    /// <summary>Whether it gets no more leases.</summary>
    public bool Ending { get; set; }

    /// <summary>Whether it has ended.</summary>
    public bool Closed { get; set; }

    /// <summary>Number of the newest report applied.</summary>
    public long LastReport { get; set; }

    /// <summary>Whether a report was applied since the last commit.</summary>
    public bool Reported { get; set; }

    /// <summary>Number of the message that opens it at the worker.</summary>
    public long OpenMessage { get; set; }

    /// <summary>Number of the message that ends it there, or 0.</summary>
    public long EndMessage { get; set; }

    /// <summary>What its worker is told of it.</summary>
    public SessionToOpen ToOpen => new(Opened, MemoryDemand.MostOf(Group.Class.Asked));

    /// <summary>How long it has been open.</summary>
    public TimeSpan Age(FarmTime now) => now.Since(Opened.At);
}
