using System.Globalization;
using System.Text.Json;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;

namespace OpenJd.Model.Tests.Vectors;

/// <summary>Lays a job beside the answer of a vector.</summary>
internal static class JobAnswer
{
    /// <summary>What is not as the answer says, or null.</summary>
    public static string? DifferenceOf(Job job, JsonElement answer)
    {
        List<string?> differences =
            [Differ("name", answer.GetProperty("name").GetString(), job.Name), .. ParametersOf(job, answer)];
        var steps = answer.GetProperty("steps").EnumerateArray().ToList();
        differences.Add(Differ("number of steps", steps.Count, job.Steps.Count));
        foreach (var (step, expected) in job.Steps.Zip(steps)) differences.AddRange(StepOf(step, expected));
        var found = string.Join("; ", differences.OfType<string>());
        return found.Length == 0 ? null : found;
    }

    private static IEnumerable<string?> ParametersOf(Job job, JsonElement answer)
    {
        var expected = answer.GetProperty("parameters")
            .EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value);
        yield return Differ("parameters", Names(expected.Keys), Names(job.Parameters.Select(one => one.Name)));
        foreach (var parameter in job.Parameters.Where(one => expected.ContainsKey(one.Name)))
        {
            var type = expected[parameter.Name].GetProperty("type");
            var value = expected[parameter.Name].GetProperty("value");
            yield return Differ(parameter.Name, type.GetString(), parameter.Type.ToString().ToUpperInvariant());
            yield return parameter.Type == JobParameterType.Float
                ? Differ(parameter.Name, value.GetDouble(), Number(parameter.Value))
                : Differ(parameter.Name, value.ToString(), parameter.Value);
        }
    }

    private static IEnumerable<string?> StepOf(Step step, JsonElement expected)
    {
        var space = ParameterSpace.Create(step.ParameterSpace);
        yield return Differ("step name", expected.GetProperty("name").GetString(), step.Name);
        yield return Differ("dependencies", Texts(expected, "dependencies"), string.Join(' ', step.Dependencies));
        yield return Differ("task_count", expected.GetProperty("task_count").GetInt64(), space.Length);
        if (expected.TryGetProperty("task_parameters", out var parameters))
        {
            var types = (step.ParameterSpace?.Parameters ?? []).Select(
                one => $"{one.Name} {one.Type.ToString().ToUpperInvariant()}");
            var wanted = parameters.EnumerateObject().Select(one => $"{one.Name} {one.Value}");
            yield return Differ("task_parameters", Names(wanted), Names(types));
        }

        if (expected.TryGetProperty("host_requirements", out var requirements))
        {
            yield return Differ(
                "host_requirements", RequirementsOf(requirements), RequirementsOf(step.HostRequirements));
        }

        foreach (var (index, task) in TasksOf(expected, space.Length))
            yield return index < space.Length ? TaskOf(space[index], task, index) : $"there is no task {index}";
    }

    private static IEnumerable<(long Index, JsonElement Parameters)> TasksOf(JsonElement step, long length)
    {
        foreach (var name in (string[])["tasks", "tasks_first"])
        {
            if (step.TryGetProperty(name, out var first))
                foreach (var (index, task) in first.EnumerateArray().Index()) yield return (index, task);
        }

        if (step.TryGetProperty("tasks_last", out var last))
        {
            foreach (var (index, task) in last.EnumerateArray().Index())
                yield return (length - last.GetArrayLength() + index, task);
        }

        if (step.TryGetProperty("tasks_at", out var some))
        {
            foreach (var task in some.EnumerateObject())
                yield return (long.Parse(task.Name, CultureInfo.InvariantCulture), task.Value);
        }
    }

    private static string? TaskOf(IReadOnlyList<TaskParameterValue> task, JsonElement expected, long index)
    {
        var given = task.Select(one => $"{one.Name}={Shown(one.Type, one.Value)}");
        var types = task.ToDictionary(one => one.Name, one => one.Type);
        var wanted = expected.EnumerateObject().Select(one =>
            types.TryGetValue(one.Name, out var type) ? $"{one.Name}={Shown(type, one.Value.GetString()!)}" : one.Name);
        return Differ($"task {index}", Names(wanted), Names(given));
    }

    private static string RequirementsOf(JsonElement requirements)
    {
        var amounts = Items(requirements, "amounts").Select(
            one => $"{one.GetProperty("name")} {Bound(one, "min")} {Bound(one, "max")}");
        var attributes = Items(requirements, "attributes").Select(
            one => $"{one.GetProperty("name")} [{Texts(one, "anyOf")}] [{Texts(one, "allOf")}]");
        return string.Join(", ", amounts.Concat(attributes));
    }

    private static string RequirementsOf(HostRequirements? requirements)
    {
        var amounts = (requirements?.Amounts ?? []).Select(one => $"{one.Name} {Bound(one.Min)} {Bound(one.Max)}");
        var attributes = (requirements?.Attributes ?? [])
            .Select(one => $"{one.Name} [{string.Join(' ', one.AnyOf)}] [{string.Join(' ', one.AllOf)}]");
        return string.Join(", ", amounts.Concat(attributes));
    }

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray()]
            : [];

    private static string Texts(JsonElement element, string name) => string.Join(' ', Items(element, name));

    private static string Bound(JsonElement element, string name) =>
        Bound(
            element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
                ? value.GetDecimal()
                : null);

    private static string Bound(decimal? value) =>
        value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "none";

    private static string Shown(TaskParameterType type, string value) =>
        type == TaskParameterType.Float ? Number(value).ToString("R", CultureInfo.InvariantCulture) : value;

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));

    private static string? Differ<T>(string what, T expected, T actual) =>
        EqualityComparer<T>.Default.Equals(expected, actual) ? null : $"{what} is {actual}, expected {expected}";
}
