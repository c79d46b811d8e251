using YamlDotNet.RepresentationModel;

namespace Renderacre.Repository.Tests.Workflows;

/// <summary>Rules that every workflow keeps.</summary>
internal static class WorkflowRules
{
    public const string IsTag = "startsWith(github.ref, 'refs/tags/v')";

    /// <summary>Everything that is wrong with a workflow.</summary>
    public static IEnumerable<Finding> Check(Workflow workflow)
    {
        foreach (var field in new[] { "name", "on", "permissions", "jobs" })
        {
            if (!workflow.Has(field))
                yield return new(workflow.Path, 1, $"has no {field}");
        }

        foreach (var (name, job) in workflow.Jobs)
        {
            foreach (var problem in Problems(workflow, job))
                yield return new(workflow.Path, (int)job.Start.Line, $"{name} {problem}");
        }
    }

    private static IEnumerable<string> Problems(Workflow workflow, YamlMappingNode job)
    {
        foreach (var field in new[] { "runs-on", "timeout-minutes", "steps" })
        {
            if (Workflow.Find(job, field) is null)
                yield return $"has no {field}";
        }

        foreach (var needed in Workflow.Texts(job, "needs").Except(workflow.Jobs.Keys))
            yield return $"needs {needed}, which is no job";
        if (MayWrite(job) && !Workflow.Texts(job, "if").Contains(IsTag))
            yield return $"may publish, so it needs 'if: {IsTag}'";
        foreach (var step in Workflow.Steps(job))
        {
            if (Fault(step) is { } fault)
                yield return fault;
        }
    }

    private static bool MayWrite(YamlMappingNode job) =>
        Workflow.Find(job, "permissions") is YamlMappingNode permissions
        && permissions.Children.Values.OfType<YamlScalarNode>().Any(permission => permission.Value == "write");

    private static string? Fault(YamlMappingNode step)
    {
        var uses = Workflow.Texts(step, "uses").SingleOrDefault();
        if (uses is null == Workflow.Find(step, "run") is null)
            return "has a step that does not have one of uses and run";
        return uses?.Contains('@', StringComparison.Ordinal) == false ? $"uses {uses} without a version" : null;
    }
}
