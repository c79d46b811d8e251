using System.Text.Json;
using OpenJd.Expressions;
using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Parameters;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.StorageProfiles;
using Renderacre.Controller.Documents;
using Renderacre.Farm.Jobs;
using Renderacre.Farm.Orders;
using Job = OpenJd.Model.Jobs.Job;
using Step = OpenJd.Model.Jobs.Step;

namespace Renderacre.Controller.Submission;

/// <summary>OpenJD templates as steps of the farm, one each, nothing expanded.</summary>
internal static class OpenJdPlan
{
    /// <summary>How deep lists may stand in each other: LIST[LIST[INT]] is the deepest type.</summary>
    private const int ListDepthMax = 2;

    /// <summary>Reads the template and makes the job.</summary>
    /// <param name="submit">The submission, its OpenJD part given.</param>
    /// <param name="profile">The submission's storage profile, or null.</param>
    /// <param name="faults">Takes what is wrong.</param>
    /// <returns>The job laid out, or null where something is wrong.</returns>
    public static OpenJdWork? Make(JobSubmit submit, StorageProfile? profile, FaultList faults)
    {
        OpenJdSubmit openjd = submit.Openjd!; // Given: the caller has seen it.
        CheckPathMapping(openjd, faults);
        TextRules.CheckTexts("openjd.environment_templates", openjd.EnvironmentTemplates, faults);
        TextRules.CheckNames("openjd.supported_extensions", openjd.SupportedExtensions, faults);
        IReadOnlyDictionary<string, DocumentNode> parameters = ReadParameters(openjd, faults);
        if (!faults.IsEmpty)
            return null;
        Validated<Job> job = ToSubmission(openjd, parameters).CreateJob();
        foreach (ValidationError error in job.Errors)
            faults.Add("openjd", error.ToString());
        if (!job.IsValid)
            return null;
        FailureMapping.CheckNames(submit.Policy, [.. job.Value.Steps.Select(step => step.Name)], faults);
        foreach (Step step in job.Value.Steps)
        {
            Contradictions.Check(
                $"openjd: step '{step.Name}', hostRequirements", RequirementMapping.FromHost(step.HostRequirements),
                faults);
        }

        return LayOut(submit, job.Value, profile, faults);
    }

    /// <summary>The steps of a job.</summary>
    /// <param name="work">The job.</param>
    /// <param name="faults">Takes what is wrong with the order of its frames, or what they wait for.</param>
    public static IReadOnlyList<StepPlan> Steps(OpenJdWork work, FaultList faults)
    {
        UnitOrder?[] orders = FrameOrders.Resolve(
            work.FrameOrders, [.. work.Job.Steps.Select((step, place) => (step.Name, work.Axes(place)))], faults);
        IReadOnlyList<int>[] equal = FrameDependencies.Resolve(work, faults);
        return [.. work.Job.Steps.Select((step, place) => MemoryRetries.Apply(
            ToStep(work, place, orders[place], equal[place]), StepPolicies.Of(work.Policy, step.Name)))];
    }

    private static StepPlan ToStep(
        OpenJdWork work, int place, UnitOrder? order, IReadOnlyList<int> equal)
    {
        Step step = work.Job.Steps[place];
        return new StepPlan
        {
            Name = step.Name,
            UnitCount = work.UnitCount(place),
            Places = work.Steps[place].Current.Places?.Runs,
            MadeCount = work.Steps[place].Current.Places is null ? null : work.Steps[place].UnitsMade,
            Chunks = work.AdaptiveSpace(place) is { } space ? ToChunks(space) : null,
            Order = order,
            MaxRetries = work.RetriesOf(place),
            Failures = FailureMapping.ToFailures(StepPolicies.Of(work.Policy, step.Name)),
            Classes = [RequirementMapping.ToSpec(work.RequirementsOf(place), work.LimitsOf(place))],
            DependsOnSteps = [.. work.StepDependencies(place).Except(equal)],
            DependsOnEqualUnits = equal,
        };
    }

    private static AdaptiveChunks ToChunks(AdaptiveSpace space) => new()
    {
        DefaultCount = space.Chunks.DefaultTaskCount,
        TargetSeconds = space.Chunks.TargetRuntimeSeconds,
        Runs = [.. space.Runs.Select(run => new ChunkRuns(run.Start, run.RunLength, run.RunCount))],
    };

    private static JobSubmission ToSubmission(OpenJdSubmit openjd, IReadOnlyDictionary<string, DocumentNode> parameters)
    {
        IReadOnlyCollection<string> supported = openjd.SupportedExtensions is { Count: > 0 } asked
            ? [.. ExtensionNames.Known.Intersect(asked, StringComparer.Ordinal)]
            : ExtensionNames.Known;
        // A submitter that does not say where it is counts as being where the controller is.
        string workingDir = openjd.CurrentWorkingDir ?? openjd.TemplateDir ?? Environment.CurrentDirectory;
        return new JobSubmission
        {
            Template = openjd.TemplateYaml,
            EnvironmentTemplates = openjd.EnvironmentTemplates ?? [],
            Parameters = parameters,
            Paths = new PathContext(openjd.TemplateDir ?? workingDir, workingDir),
            Options = new TemplateOptions { SupportedExtensions = supported },
            // Whoever may submit may not be trusted to spare the controller.
            Limits = EvaluationLimits.Submission,
        };
    }

    private static OpenJdWork? LayOut(JobSubmit submit, Job job, StorageProfile? profile, FaultList faults)
    {
        try
        {
            return new OpenJdWork(submit.Name, job, submit.Openjd!, submit.MaxRetries ?? 0) // As in Make.
            {
                StorageProfile = profile,
                Policy = submit.Policy,
                Hooks = submit.Hooks,
                FrameOrders = submit.FrameOrders,
                FrameDependencies = submit.FrameDependencies,
            };
        }
        catch (ParameterSpaceException fault)
        {
            faults.Add("openjd", fault.Message);
            return null;
        }
    }

    private static void CheckPathMapping(OpenJdSubmit openjd, FaultList faults)
    {
        for (int i = 0; i < openjd.PathMappingRules?.Count; i++)
        {
            if (openjd.PathMappingRules[i] is null)
                faults.Add($"openjd.path_mapping_rules[{i}]", "is null; give a rule");
        }
    }

    private static Dictionary<string, DocumentNode> ReadParameters(OpenJdSubmit openjd, FaultList faults)
    {
        var nodes = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        foreach ((string name, JsonElement value) in openjd.Parameters ?? new Dictionary<string, JsonElement>())
        {
            if (ToNode(value, ListDepthMax) is { } node)
                nodes.Add(name, node);
            else
                faults.Add($"openjd.parameters.{name}", "a scalar, or a list of scalars or of lists of them is wanted");
        }
        return nodes;
    }

    private static DocumentNode? ToNode(JsonElement value, int listDepth)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return ToScalar(value);
        if (listDepth == 0)
            return null;
        DocumentNode?[] items = [.. value.EnumerateArray().Select(item => ToNode(item, listDepth - 1))];
        return items.All(item => item is not null) ? new SequenceNode([.. items.OfType<DocumentNode>()]) : null;
    }

    private static ScalarNode? ToScalar(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => ScalarNode.FromText(value.ToString()),
        JsonValueKind.True => new ScalarNode(ScalarKind.Boolean, "true"),
        JsonValueKind.False => new ScalarNode(ScalarKind.Boolean, "false"),
        JsonValueKind.Number when value.GetRawText() is var text =>
            new ScalarNode(text.AsSpan().IndexOfAny(".eE") < 0 ? ScalarKind.Integer : ScalarKind.Float, text),
        JsonValueKind.Undefined or JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null or _ => null,
    };
}
