using Renderacre.Contracts.Limits;
using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;
using Renderacre.Farm.Sessions;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.State;

/// <content>Limits: how they are defined, changed and deleted.</content>
public sealed partial class FarmState
{
    private readonly FarmLimits _limits = new();

    /// <summary>
    /// Defines a limit, or changes it; sessions that hold it keep it, and are counted as the change says.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="asked">The limit; what is null stays as it is.</param>
    /// <returns>Refused where a value is out of bounds, or the name is not possible.</returns>
    public FarmResult<Done> DefineLimit(CommandContext context, LimitDefine asked)
    {
        Begin(context);
        LimitRow known = _limits.Find(asked.Name)?.Row ?? new LimitRow(asked.Name, asked.MaxCount);
        LimitRow row = known with
        {
            MaxCount = asked.MaxCount,
            CountedPer = asked.CountedPer ?? known.CountedPer,
            Headroom = asked.Headroom ?? known.Headroom,
            Source = asked.Source is null ? known.Source : SourceOf(asked.Source),
        };
        if (row.Source != known.Source)
            row = row with { Report = null };
        if (FaultOf(row) is { } fault)
            return new FarmError(FarmErrorKind.Invalid, fault);
        Change(_limits.Get(row.Name), row);
        Emit(new LimitDefined(row) { By = context.Principal, At = Now });
        return default(Done);
    }

    /// <summary>
    /// Deletes a limit. Of one that amounts draw on, steps ask their hosts for the amount again.
    /// </summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="name">The limit.</param>
    /// <returns>Refused where there is none of that name, or a queue or a job that has not ended names it.</returns>
    public FarmResult<Done> DeleteLimit(CommandContext context, string name)
    {
        Begin(context);
        if (_limits.Find(name) is not { } limit)
            return new FarmError(FarmErrorKind.NotFound, $"limit was not found: {name}");
        if (_queues.Values.FirstOrDefault(queue => queue.Limits?.Contains(name) == true) is { } queue)
            return Conflict($"the queue '{queue.Name}' names the limit {name}");
        if (_jobs.Values.FirstOrDefault(job => !job.Ended && Names(job, name)) is { } waiting)
            return Conflict($"the job '{waiting.Plan.Name}' names the limit {name} and has not ended");
        Change(limit, null);
        Emit(new LimitDeleted(name) { By = context.Principal, At = Now });
        return default(Done);
    }

    /// <summary>The limits that are defined, by name, and how much of each is held by whom.</summary>
    public IReadOnlyList<LimitUse> LimitUses()
    {
        var holders = new LimitHolders(LiveSessions);
        return [.. _limits.All.Select(limit => UseOf(limit, holders)).OfType<LimitUse>()];
    }

    private static LimitSource? SourceOf(LimitSource asked) =>
        asked is { Hook: null, Url: null } ? null : asked;

    private static LimitUse? UseOf(FarmLimit limit, LimitHolders holders) =>
        limit.Row is { } row ? new LimitUse(row, limit.Used, limit.Room, holders.Of(limit)) : null;

    private static bool Names(FarmJob job, string limit) =>
        job.Plan.Steps.Any(step => step.Classes.Concat(step.FormerClasses.Select(former => former.Spec))
            .Any(spec => spec.Limits.Contains(limit)));

    private string? FaultOf(LimitRow row)
    {
        if (string.IsNullOrWhiteSpace(row.Name))
            return "name: a limit's name is not blank";
        if (row.Name.StartsWith(FarmLimits.HostPrefix, StringComparison.OrdinalIgnoreCase))
            return $"name: {row.Name} is an amount of hosts; no limit's name begins with {FarmLimits.HostPrefix}";
        if (_limits.OfAmount(row.Name) is { } other && other.Name != row.Name)
            return $"name: the limit {other.Name} is there, and names of amounts are equal whatever their case";
        if (row.MaxCount < 1)
            return $"max_count: at least 1, not {row.MaxCount}";
        return row.Headroom < 0 || row.Headroom >= row.MaxCount
            ? $"headroom: 0 to {row.MaxCount - 1}, one less than max_count, not {row.Headroom}"
            : null;
    }

    /// <summary>Changes a limit; who draws on it and what is held of it is worked out anew.</summary>
    private void Change(FarmLimit limit, LimitRow? row)
    {
        bool redraws = FarmLimits.IsAmount(limit.Name) && limit.Row is null != row is null;
        bool recounts = redraws || limit.Row?.CountedPer != row?.CountedPer;
        bool wasOverdrawn = limit.IsOverdrawn;
        if (redraws)
            Redraw(limit, row);
        else
            _limits.Define(limit, row);
        if (recounts)
            Recount(limit);
        SettleAll(limit, mayHaveRisen: true);
        RecallIfOverdrawn(limit, wasOverdrawn);
    }

    /// <summary>Has all that ask for an amount of a limit's name draw on the limit, or on their hosts again.</summary>
    private void Redraw(FarmLimit limit, LimitRow? row)
    {
        HashSet<RequirementClass> drawing = [.. _classes.All.Where(each => each.Asked.Amounts.Any(
            demand => demand.Name.Equals(limit.Name, StringComparison.OrdinalIgnoreCase)))];
        FarmSession[] holding = [.. LiveSessions.Where(session => drawing.Contains(session.Group.Class))];
        foreach (FarmSession session in holding)
            session.Worker.Reserve(session, -1);
        _limits.Define(limit, row);
        foreach (RequirementClass each in _classes.All.Where(drawing.Contains))
        {
            _classes.Redraw(each, _workers.Values);
            _classes.Settle(each);
            if (each.IsOpen || each.IsOpenToHolders)
                _woken[each.Id] = each;
        }

        foreach (FarmSession session in holding)
            session.Worker.Reserve(session, 1);
        _freed.UnionWith(holding.Select(session => session.Worker.Id.Value));
    }

    /// <summary>Counts from the sessions what is held of a limit.</summary>
    private void Recount(FarmLimit limit)
    {
        (limit.Used, limit.Leaving) = (0, 0);
        foreach (FarmWorker worker in _workers.Values)
        {
            worker.Seats.Remove(limit);
            CountAtHost(worker, limit);
        }

        foreach (FarmSession session in LiveSessions)
        {
            foreach (LimitDemand demand in session.Group.Class.Limits.Where(demand => demand.Limit == limit))
                Count(session, demand);
        }
    }

    private static void Count(FarmSession session, LimitDemand demand)
    {
        FarmLimit limit = demand.Limit;
        limit.Used += demand.HeldBy(session);
        if (limit.CountedPer == LimitScope.Session && session.Ending)
            limit.Leaving += demand.Amount;
    }
}
