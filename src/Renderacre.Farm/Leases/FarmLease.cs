using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;
using Renderacre.Farm.Units;

namespace Renderacre.Farm.Leases;

/// <summary>A lease in memory.</summary>
internal sealed class FarmLease(LeaseGranted granted, FarmSession session)
{
    /// <summary>How it was given.</summary>
    public LeaseGranted Granted { get; } = granted;

    /// <summary>Its number.</summary>
    public long Id => Granted.Lease.Value;

    /// <summary>The session it runs in.</summary>
    public FarmSession Session { get; } = session;

    /// <summary>When it started, or null.</summary>
    public FarmTime? StartedAt { get; set; }

    /// <summary>When it is lost unless renewed; of workers that sync, their contact counts instead.</summary>
    public FarmTime ExpiresAt { get; set; }

    /// <summary>Whether its worker is asked to stop it.</summary>
    public bool Stopping { get; set; }

    /// <summary>Whether its units were taken from it.</summary>
    public bool Revoked { get; set; }

    /// <summary>Whether it has ended.</summary>
    public bool Ended { get; set; }

    /// <summary>Number of the message that gives it to the worker.</summary>
    public long GrantMessage { get; set; }

    /// <summary>Number of the message that stops it, or 0.</summary>
    public long CancelMessage { get; set; }

    /// <summary>Number of the message that asks it back, or 0.</summary>
    public long RecallMessage { get; set; }

    /// <summary>Whether it covers a unit.</summary>
    public bool Covers(UnitRef unit) =>
        unit.Job == Granted.First.Job && unit.Step == Granted.First.Step
        && unit.Unit >= Granted.First.Unit && unit.Unit - Granted.First.Unit < Granted.Count;

    /// <summary>The units it covers.</summary>
    public UnitRun Units => new(Granted.First.Unit, Granted.Count);

    /// <summary>The lease that runs out just before this one, or null.</summary>
    public FarmLease? ExpiresAfter { get; set; }

    /// <summary>The lease that runs out just after this one, or null.</summary>
    public FarmLease? ExpiresBefore { get; set; }
}
