using System.Globalization;
using Renderacre.Farm.Limits;
using Renderacre.Farm.Workers;

namespace Renderacre.Farm.Requirements;

/// <summary>All requirement classes that some group in memory has.</summary>
internal sealed class RequirementClasses(Func<string, FarmLimit> limits)
{
    private readonly SortedDictionary<string, RequirementClass> _byKey = new(StringComparer.Ordinal);
    private int _nextId = 1;

    /// <summary>The class of a spec, for one more group. A new class is matched against all workers.</summary>
    public RequirementClass Acquire(RequirementSpec spec, IEnumerable<FarmWorker> workers)
    {
        string key = Key(spec);
        if (!_byKey.TryGetValue(key, out RequirementClass? found))
        {
            found = new RequirementClass(_nextId++, spec, [.. spec.Limits.Distinct().Select(limits)]);
            _byKey[key] = found;
            foreach (FarmWorker worker in workers.Where(worker => Serves(worker, found)))
                worker.Classes.Add(found);
        }

        found.Groups++;
        return found;
    }

    /// <summary>One group of a class has left memory; a class without groups is forgotten.</summary>
    public void Release(RequirementClass held, IEnumerable<FarmWorker> workers)
    {
        if (--held.Groups > 0)
            return;
        _byKey.Remove(Key(held.Spec));
        foreach (FarmWorker worker in workers)
            worker.Classes.Remove(held);
    }

    /// <summary>Works out which classes a worker can serve, when it appears or changes.</summary>
    public void Match(FarmWorker worker)
    {
        worker.Classes.Clear();
        worker.Classes.AddRange(_byKey.Values.Where(each => Serves(worker, each)).OrderBy(each => each.Id));
    }

    private static bool Serves(FarmWorker worker, RequirementClass wanted) =>
        WorkerMatch.CanServe(wanted.Spec, worker.Row.Labels, worker.Row.Slots);

    /// <summary>Equal specs have equal keys. Lengths stand before texts, so that no text can pose as two.</summary>
    private static string Key(RequirementSpec spec)
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
