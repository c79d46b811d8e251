using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>
/// Checks that steps depend on steps that there are, and not in a circle. Source: template schemas §3.2.
/// </summary>
internal static class DependencyRules
{
    public static void Check(IReadOnlyList<StepTemplate> steps, ErrorCollector errors)
    {
        var byName = new Dictionary<string, StepTemplate>(StringComparer.Ordinal);
        foreach (var step in steps) byName.TryAdd(step.Name, step);
        foreach (var step in steps)
        {
            foreach (var name in step.Dependencies.Where(name => !byName.ContainsKey(name)))
            {
                if (errors.IsFull) return;
                errors.Add(
                    At(step), $"There is no step '{name}' to depend on.{NearestName.Suggest(name, byName.Keys)}");
            }

            if (step.Dependencies.Contains(step.Name))
                errors.Add(At(step), $"The step '{step.Name}' cannot depend on itself.");
        }

        RefuseCircles(byName, errors);
    }

    /// <summary>
    /// Takes away steps that wait for none that is left; what cannot be taken away goes in a circle or waits for one.
    /// </summary>
    private static void RefuseCircles(Dictionary<string, StepTemplate> byName, ErrorCollector errors)
    {
        var waiting = byName.Values.ToDictionary(
            step => step.Name,
            step => step.Dependencies
                .Where(name => name != step.Name && byName.ContainsKey(name))
                .ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
        var waiters = waiting
            .SelectMany(entry => entry.Value.Select(name => (On: name, Step: entry.Key)))
            .ToLookup(pair => pair.On, pair => pair.Step);
        var free = new Queue<string>(waiting.Where(entry => entry.Value.Count == 0).Select(entry => entry.Key));
        while (free.TryDequeue(out var done))
        {
            waiting.Remove(done);
            foreach (var step in waiters[done])
            {
                waiting[step].Remove(done);
                if (waiting[step].Count == 0) free.Enqueue(step);
            }
        }

        if (waiting.Count > 0)
            errors.Add(At(byName[waiting.Keys.First()]), $"Steps wait for each other in a circle: {Circle(waiting)}.");
    }

    private static string Circle(Dictionary<string, HashSet<string>> waiting)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var trail = new List<string>();
        var name = waiting.Keys.First();
        while (places.TryAdd(name, trail.Count))
        {
            trail.Add(name);
            name = waiting[name].First();
        }

        return string.Join(" -> ", trail[places[name]..].Append(name));
    }

    private static SourceLocation At(StepTemplate step) =>
        step.Location with { Path = step.Location.Path.Field("dependencies") };
}
