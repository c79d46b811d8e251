using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OpenJd.Expressions.Values;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;

namespace OpenJd.Vectors.Suites;

/// <summary>Writes a job as the vectors' README wants it.</summary>
internal static class JobAnswer
{
    private const int AllTasksMax = 24;
    private const int FirstTasks = 5;
    private const int LastTasks = 3;

    public static JsonObject Of(Job job, JsonElement vector) => new()
    {
        ["name"] = job.Name,
        ["parameters"] = Map(job.Parameters, one => one.Name, one => new JsonObject
        {
            ["type"] = ParameterTypeNames.Of(one.Type),
            ["value"] = ValueOf(one),
        }),
        ["steps"] = new JsonArray([.. job.Steps.Select(step => StepOf(step, vector))]),
    };

    private static JsonNode? ValueOf(JobParameter parameter) => parameter.Type switch
    {
        JobParameterType.String or JobParameterType.Path or JobParameterType.RangeExpr => parameter.Value,
        JobParameterType.Float => double.Parse(parameter.Value, CultureInfo.InvariantCulture),
        JobParameterType.Int or JobParameterType.Bool or JobParameterType.ListString or JobParameterType.ListPath
            or JobParameterType.ListInt or JobParameterType.ListFloat or JobParameterType.ListBool
            or JobParameterType.ListListInt => JsonNode.Parse(parameter.Value),
    };

    private static JsonObject StepOf(Step step, JsonElement vector)
    {
        var space = ParameterSpace.Create(step.ParameterSpace);
        var answer = new JsonObject
        {
            ["name"] = step.Name,
            ["dependencies"] = Texts(step.Dependencies),
            ["task_count"] = space.TaskCount,
        };
        if (step.HostRequirements is { } requirements) answer["host_requirements"] = RequirementsOf(requirements);
        if (vector.TryGetProperty("want_let", out _))
            answer["let"] = Map(step.Let, one => one.Name, one => LetOf(one.Value));
        if (step.ParameterSpace is { } definition) AddSpace(answer, definition, space, step.Name, vector);
        return answer;
    }

    private static void AddSpace(
        JsonObject answer,
        ParameterSpaceDefinition definition,
        ParameterSpace space,
        string step,
        JsonElement vector)
    {
        answer["task_parameters"] = Map(
            definition.Parameters, one => one.Name, one => JsonValue.Create(ParameterTypeNames.Of(one.Type)));
        if (space.Length <= AllTasksMax)
        {
            answer["tasks"] = Tasks(space.Tasks());
        }
        else
        {
            answer["tasks_first"] = Tasks(space.Tasks().Take(FirstTasks));
            answer["tasks_last"] = Tasks(space.Tasks(space.Length - LastTasks));
        }

        if (vector.TryGetProperty("tasks_at", out var at) && at.TryGetProperty(step, out var places))
        {
            answer["tasks_at"] = Map(
                places.EnumerateArray().Select(place => place.GetInt64()),
                place => place.ToString(CultureInfo.InvariantCulture),
                place => Task(space[place]));
        }

        if (definition.Parameters.FirstOrDefault(one => one.Chunks is not null)?.Chunks is { } chunks)
            AddChunks(answer, chunks, space, vector);
    }

    private static void AddChunks(JsonObject answer, ChunkDefinition chunks, ParameterSpace space, JsonElement vector)
    {
        answer["range_constraint"] = chunks.Constraint.ToString().ToUpperInvariant();
        answer["adaptive"] = space.IsAdaptive;
        answer["chunk_count"] = space.Length;
        if (space.AdaptiveTasks() is not { } tasks || !vector.TryGetProperty("resize", out var resize)) return;
        var sizes = new Queue<long>(resize.EnumerateArray().Select(size => size.GetInt64()));
        var taken = new List<IReadOnlyList<TaskParameterValue>>();
        while (tasks.TakeNext() is { } task)
        {
            taken.Add(task);
            if (sizes.TryDequeue(out var size)) tasks.ChunkSize = size;
        }

        answer["chunks_resized"] = Tasks(taken);
    }

    private static JsonObject RequirementsOf(HostRequirements requirements) => new()
    {
        ["amounts"] = new JsonArray([.. requirements.Amounts.Select(one => new JsonObject
        {
            ["name"] = one.Name,
            ["min"] = one.Min,
            ["max"] = one.Max,
        })]),
        ["attributes"] = new JsonArray([.. requirements.Attributes.Select(one => new JsonObject
        {
            ["name"] = one.Name,
            ["anyOf"] = Texts(one.AnyOf),
            ["allOf"] = Texts(one.AllOf),
        })]),
    };

    private static JsonObject LetOf(ExpressionValue value) =>
        new() { ["type"] = value.Type.ToString(), ["value"] = Shown(value) };

    private static JsonNode Shown(ExpressionValue value) => value is ListValue list
        ? new JsonArray([.. list.Select(Shown)])
        : JsonValue.Create(value.Text);

    private static JsonArray Tasks(IEnumerable<IReadOnlyList<TaskParameterValue>> tasks) => [.. tasks.Select(Task)];

    private static JsonObject Task(IReadOnlyList<TaskParameterValue> task) =>
        Map(task, one => one.Name, one => JsonValue.Create(one.Value));

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    private static JsonObject Map<T>(IEnumerable<T> items, Func<T, string> name, Func<T, JsonNode?> value) =>
        new(items.Select(item => KeyValuePair.Create(name(item), value(item))));
}
