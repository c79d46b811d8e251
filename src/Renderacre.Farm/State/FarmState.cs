using Renderacre.Farm.Commands;
using Renderacre.Farm.Commits;
using Renderacre.Farm.Events;
using Renderacre.Farm.Ids;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Leases;
using Renderacre.Farm.Fairness;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Time;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <summary>
/// The farm: a deterministic state machine with one writer. A command changes it and adds typed events;
/// <see cref="TakeCommit"/> hands over what gathered. Nothing here does I/O, reads a clock or makes a random number.
/// </summary>
/// <remarks>
/// After a batch of commands the writer calls <see cref="Expire"/> and <see cref="Dispatch"/>, reads what workers are
/// to be told, takes the commit, and answers only once that is durable.
/// </remarks>
public sealed partial class FarmState
{
    private readonly FarmSettings _settings;
    private readonly ByNumber<FarmJob> _jobs = new();
    private readonly ByNumber<FarmWorker> _workers = new();
    private readonly RequirementClasses _classes;
    private readonly BlankWorkers _blankWorkers;
    private readonly ExpiryQueue _expiry = new();
    private readonly LeaseExpiry _leaseExpiry = new();

    private List<FarmEvent> _events = [];
    private CommandContext _context;
    private long _revision;
    private long _nextId;

    /// <summary>Makes a farm from what storage holds.</summary>
    /// <param name="settings">What it keeps to.</param>
    /// <param name="snapshot">What storage holds, or <see cref="FarmSnapshot.Empty"/>.</param>
    /// <param name="now">
    /// The time, or the snapshot's where that is later: nothing expires for one full lease time from it.
    /// </param>
    public FarmState(FarmSettings settings, FarmSnapshot snapshot, FarmTime now)
    {
        _settings = settings;
        _classes = new RequirementClasses(_limits);
        _blankWorkers = new BlankWorkers(_classes.Amounts);
        _shares = new FairShares(settings.ShareBetween, settings.ShareHalfLife);
        FarmTime start = now < snapshot.Time ? snapshot.Time : now;
        _context = new CommandContext(Principal.Itself, start, UInt128.Zero);
        Load(snapshot);
    }

    /// <summary>Jobs held in memory.</summary>
    public int JobCount => _jobs.Count;

    private FarmTime Now => _context.Now;

    /// <summary>All sessions that have not ended.</summary>
    private IEnumerable<FarmSession> LiveSessions => _workers.Values.SelectMany(worker => worker.Sessions.Values);

    /// <summary>Writes down that somebody's command was refused, so that history shows who tried what.</summary>
    /// <param name="context">Who asked, and when.</param>
    /// <param name="job">The job it was about, or null.</param>
    /// <param name="error">Why.</param>
    public void NoteRefusal(CommandContext context, JobId? job, FarmError error)
    {
        Begin(context);
        Emit(new CommandRefused(job, error.Message) { By = context.Principal, At = Now });
    }

    /// <summary>Begins a command: farm time never goes back.</summary>
    private void Begin(CommandContext context)
    {
        _context = context.Now < _context.Now ? context with { Now = _context.Now } : context;
        FadeShares();
        StartDueJobs();
        EndRests();
        ReopenDueLimits();
    }

    private void Emit(FarmEvent happened) => _events.Add(happened);

    private long NewId() => _nextId++;

    private static FarmError NotFound(string what, long id) =>
        new(FarmErrorKind.NotFound, $"{what} was not found: {id}");
}
