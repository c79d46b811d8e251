using Renderacre.Farm.Commands;
using Renderacre.Farm.Events;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Requirements;

namespace Renderacre.Farm.State;

/// <content>Limits. A class waits while one of its limits is full, and that limit alone wakes it.</content>
public sealed partial class FarmState
{
    private readonly SortedDictionary<string, FarmLimit> _limits = new(StringComparer.Ordinal);

    /// <summary>Defines a limit, or changes it; sessions that hold it keep it.</summary>
    /// <param name="context">Who asks, and when.</param>
    /// <param name="name">The name, not blank.</param>
    /// <param name="maxCount">How many may be held at a time, at least 1.</param>
    /// <returns>Refused where a value is out of bounds.</returns>
    public FarmResult<Done> DefineLimit(CommandContext context, string name, int maxCount)
    {
        Begin(context);
        if (string.IsNullOrWhiteSpace(name))
            return new FarmError(FarmErrorKind.Invalid, "name: a limit's name is not blank");
        if (maxCount < 1)
            return new FarmError(FarmErrorKind.Invalid, $"max_count: at least 1, not {maxCount}");
        FarmLimit limit = Limit(name);
        bool hadRoom = limit.HasRoom;
        limit.MaxCount = maxCount;
        Settle(limit, hadRoom);
        Emit(new LimitDefined(name, maxCount) { By = context.Principal, At = Now });
        return default(Done);
    }

    /// <summary>The limits that are defined, by name, and how much of each is held.</summary>
    public IReadOnlyList<LimitUse> LimitUses() =>
        [.. _limits.Values.Where(limit => limit.MaxCount is not null)
            .Select(limit => new LimitUse(limit.Name, limit.MaxCount ?? 0, limit.Used))];

    private FarmLimit Limit(string name)
    {
        if (!_limits.TryGetValue(name, out FarmLimit? limit))
            _limits[name] = limit = new FarmLimit(name);
        return limit;
    }

    /// <summary>Takes (or, with -1, gives back) one of each limit of a class.</summary>
    private void TakeLimits(RequirementClass held, int sign)
    {
        foreach (FarmLimit limit in held.Limits)
        {
            bool hadRoom = limit.HasRoom;
            limit.Used += sign;
            Settle(limit, hadRoom);
        }
    }

    /// <summary>Parks the classes of a limit that has become full, or wakes them.</summary>
    private void Settle(FarmLimit limit, bool hadRoom)
    {
        if (limit.HasRoom == hadRoom)
            return;
        foreach (RequirementClass each in limit.Classes)
        {
            each.FullLimits += hadRoom ? 1 : -1;
            Settle(each);
        }
    }

    private void Settle(RequirementClass changed)
    {
        if (_classes.Settle(changed))
            _woken[changed.Id] = changed;
    }
}
