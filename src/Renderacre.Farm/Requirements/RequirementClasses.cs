using System.Globalization;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Requirements;

/// <summary>All requirement classes that some group in memory has, and which of them each worker can serve.</summary>
internal sealed class RequirementClasses(FarmLimits limits)
{
    private readonly SortedDictionary<string, RequirementClass> _byKey = new(StringComparer.Ordinal);
    private readonly List<RequirementClass?> _byId = [];
    private readonly Stack<int> _freeIds = [];

    /// <summary>Amounts that some class asks for.</summary>
    public AmountNames Amounts { get; } = new();

    /// <summary>Classes of which a session could be opened, as far as that does not hang on the worker.</summary>
    public ClassSet Open { get; } = new();

    /// <summary>Classes of which a session could be opened at workers that hold what of limits is full.</summary>
    public ClassSet OpenToHolders { get; } = new();

    /// <summary>Classes of which leases wait behind others.</summary>
    public ClassSet WithAhead { get; } = new();

    /// <summary>All classes.</summary>
    public IEnumerable<RequirementClass> All => _byKey.Values;

    /// <summary>The class with a number that is in use.</summary>
    public RequirementClass this[int id] => _byId[id]
        ?? throw new InvalidOperationException($"no requirement class has the number {id}: the books are broken");

    /// <summary>The class of a spec, for one more group. A new class is matched against all workers.</summary>
    public RequirementClass Acquire(RequirementSpec spec, IEnumerable<FarmWorker> workers)
    {
        string key = Key(spec);
        if (!_byKey.TryGetValue(key, out RequirementClass? found))
        {
            found = Make(spec);
            _byKey[key] = found;
            foreach (FarmWorker worker in workers)
                worker.Classes[found.Id] = WorkerMatch.CanServe(found.Spec, worker.Profile);
        }

        found.Groups++;
        return found;
    }

    /// <summary>One group of a class has left memory; a class without groups is forgotten.</summary>
    public void Release(RequirementClass held, IEnumerable<FarmWorker> workers)
    {
        if (--held.Groups > 0)
            return;
        _byKey.Remove(Key(held.Asked));
        foreach (LimitDemand demand in held.Limits)
            demand.Limit.Remove(demand);
        foreach (FarmWorker worker in workers)
            worker.Classes[held.Id] = false;
        _byId[held.Id] = null;
        _freeIds.Push(held.Id);
    }

    /// <summary>Works out which classes a worker can serve, when it appears or changes.</summary>
    public void Match(FarmWorker worker)
    {
        worker.Classes.Clear();
        foreach (RequirementClass each in _byKey.Values)
            worker.Classes[each.Id] = WorkerMatch.CanServe(each.Spec, worker.Profile);
    }

    /// <summary>
    /// Works out anew what of a class draws on limits, after one has come to be or gone on which an amount of it draws.
    /// </summary>
    public void Redraw(RequirementClass changed, IEnumerable<FarmWorker> workers)
    {
        foreach (LimitDemand demand in changed.Limits)
            demand.Limit.Remove(demand);
        Draw(changed);
        foreach (FarmWorker worker in workers)
            worker.Classes[changed.Id] = WorkerMatch.CanServe(changed.Spec, worker.Profile);
    }

    /// <summary>Brings the sets of open classes in line with a class.</summary>
    /// <returns>Whether it has just become open, to all workers or to some.</returns>
    public bool Settle(RequirementClass changed)
    {
        bool opened = (changed.IsOpen && !Open[changed.Id])
            || (changed.IsOpenToHolders && !OpenToHolders[changed.Id]);
        Open[changed.Id] = changed.IsOpen;
        OpenToHolders[changed.Id] = changed.IsOpenToHolders;
        return opened;
    }

    private RequirementClass Make(RequirementSpec spec)
    {
        if (!_freeIds.TryPop(out int id))
        {
            id = _byId.Count;
            _byId.Add(null);
        }

        var made = new RequirementClass(id, spec);
        Draw(made);
        return _byId[id] = made;
    }

    private void Draw(RequirementClass made)
    {
        RequirementSpec host = LimitDrawing.HostPart(made.Asked, limits);
        AmountNeed[] needs = [.. host.Amounts.Select(demand =>
            new AmountNeed(
                Amounts.NumberOf(demand.Name), GpuNeed.IsOfEachCard(demand.Name) ? 0 : demand.Min ?? 0))];
        made.Draw(host, needs, LimitDrawing.Demands(made, limits));
        foreach (LimitDemand demand in made.Limits)
            demand.Limit.Add(demand);
    }

    /// <summary>Equal specs have equal keys. Lengths stand before texts, so that no text can pose as two.</summary>
    public static string Key(RequirementSpec spec)
    {
        IEnumerable<string> parts = ["L", .. spec.Labels.SelectMany(label => new[] { label.Name, label.Value }),
            "P", .. spec.Pools,
            "A", .. spec.Amounts.SelectMany(amount => new[] { amount.Name, Text(amount.Min), Text(amount.Max) }),
            "T", .. spec.Attributes.SelectMany(Parts),
            "M", .. spec.Limits];
        return string.Concat(
            parts.Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Length}:{part}")));
    }

    private static string[] Parts(AttributeDemand demand) =>
        [demand.Name, "anyOf", .. demand.AnyOf, "allOf", .. demand.AllOf, "end"];

    private static string Text(long? amount) => amount?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
