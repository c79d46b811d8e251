using System.Text.Json.Nodes;
using OpenJd.Model.Jobs;

namespace OpenJd.Cli.Templates;

/// <summary>
/// Summaries for programs, with the names of the other <c>openjd</c> programs. What is empty, zero or null is left out
/// at every level.
/// </summary>
internal static class SummaryDocument
{
    /// <summary>Summarises a job.</summary>
    public static JsonObject Of(MadeJob made)
    {
        var document = ResultDocument.Success($"Summary for '{made.Job.Name}'");
        document["name"] = made.Job.Name;
        Add(document, "parameter_definitions", made.Job.Parameters.Select(one => Parameter(made, one)));
        document["total_steps"] = made.Job.Steps.Count;
        document["total_tasks"] = made.TaskCount;
        Add(document, "total_environments", made.EnvironmentCount);
        Add(document, "root_environments", made.OwnEnvironments.Select(one => Environment(one, "root")));
        Add(document, "steps", made.Job.Steps.Select(Item));
        return document;
    }

    /// <summary>Summarises one step of a job.</summary>
    public static JsonObject Of(Job job, Step step)
    {
        var document = ResultDocument.Success($"Summary for Step '{step.Name}' in Job '{job.Name}'");
        document["job_name"] = job.Name;
        document["step_name"] = step.Name;
        Add(document, "total_parameters", step.ParameterSpace?.Parameters.Count ?? 0);
        Add(document, "parameter_definitions", TaskParameters(step));
        document["total_tasks"] = MadeJob.TasksOf(step);
        Add(document, "total_environments", step.Environments.Count);
        AddNeighbours(document, step);
        return document;
    }

    private static JsonObject Item(Step step)
    {
        var item = new JsonObject { ["name"] = step.Name };
        Add(item, "description", step.Description);
        Add(item, "parameter_definitions", TaskParameters(step));
        item["total_tasks"] = MadeJob.TasksOf(step);
        AddNeighbours(item, step);
        return item;
    }

    private static void AddNeighbours(JsonObject document, Step step)
    {
        Add(document, "environments", step.Environments.Select(one => Environment(one, step.Name)));
        Add(document, "dependencies", step.Dependencies.Select(name => new JsonObject { ["step_name"] = name }));
    }

    private static IEnumerable<JsonObject> TaskParameters(Step step) =>
        (step.ParameterSpace?.Parameters ?? []).Select(parameter => new JsonObject
        {
            ["name"] = parameter.Name,
            ["type"] = ParameterTypeNames.Of(parameter.Type),
        });

    private static JsonObject Parameter(MadeJob made, JobParameter parameter)
    {
        var document = new JsonObject { ["name"] = parameter.Name };
        Add(document, "description", made.Template.ParameterDefinitions
            .FirstOrDefault(definition => definition.Name == parameter.Name)?.Description);
        document["type"] = ParameterTypeNames.Of(parameter.Type);
        var isList = parameter.Type >= JobParameterType.ListString;
        document["value"] = isList ? JsonNode.Parse(parameter.Value) : parameter.Value;
        return document;
    }

    private static JsonObject Environment(EnvironmentDefinition environment, string parent)
    {
        var document = new JsonObject { ["name"] = environment.Name };
        Add(document, "description", environment.Description);
        document["parent"] = parent;
        return document;
    }

    private static void Add(JsonObject document, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            document[name] = text;
    }

    private static void Add(JsonObject document, string name, int count)
    {
        if (count > 0)
            document[name] = count;
    }

    private static void Add(JsonObject document, string name, IEnumerable<JsonObject> items)
    {
        var array = new JsonArray([.. items]);
        if (array.Count > 0)
            document[name] = array;
    }
}
