using Renderacre.Farm.Fairness;

namespace Renderacre.Farm.State;

/// <summary>What the farm keeps to.</summary>
public sealed record FarmSettings
{
    /// <summary>Time without contact after which a lease is lost and a worker is offline; more than zero.</summary>
    public TimeSpan LeaseTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>
    /// Leases that a session holds ahead of the running one, 0 or more; of short tasks as many as run in
    /// <see cref="AheadTime"/>.
    /// </summary>
    public int LeasesAhead { get; init; } = 1;

    /// <summary>Time that the leases ahead of a session may last, so that it never waits for a round trip.</summary>
    public TimeSpan AheadTime { get; init; } = TimeSpan.FromMilliseconds(150);

    /// <summary>Time that a session keeps its worker before it yields to more important work.</summary>
    public TimeSpan SessionMinimum { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Jobs of which a worker has to fail tasks in a row to be sick, 1 or more; 0 means that none is ever sick.
    /// </summary>
    public int SickAfter { get; init; } = 3;

    /// <summary>How long a failure is held against a worker; more than zero.</summary>
    public TimeSpan SickWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>After how long a sick worker may try one task, doubled with each that fails; more than zero.</summary>
    public TimeSpan SickPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Age of a job from which a worker may be kept for a group of it that needs more at once than is ever free.
    /// </summary>
    public TimeSpan ReserveAfter { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How long a worker has nothing to do before it is shut down, where it lets that be done; null for never.
    /// </summary>
    public TimeSpan? IdleShutDown { get; init; }

    /// <summary>Whether workers that let that be done are woken when work waits for them.</summary>
    public bool Wakes { get; init; }

    /// <summary>How long a worker that was woken may take before it is woken again; more than zero.</summary>
    public TimeSpan WakePause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Between whom the farm is shared within a priority.</summary>
    public ShareSubject ShareBetween { get; init; } = ShareSubject.Owners;

    /// <summary>Time in which what an owner or a project has used counts for half; more than zero.</summary>
    public TimeSpan ShareHalfLife { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Slot time by which a session's share must be ahead of another's before it yields to it.
    /// </summary>
    public TimeSpan ShareMargin { get; init; } = TimeSpan.FromMinutes(2);
}
