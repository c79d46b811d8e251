using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using OpenJd.Model.Templates;

namespace OpenJd.Cli.Templates;

/// <summary>A job and what it was made of.</summary>
/// <param name="Template">The template.</param>
/// <param name="ExternalEnvironments">How many of the job's environments, the first ones, are from other files.</param>
/// <param name="Job">The job.</param>
internal sealed record MadeJob(JobTemplate Template, int ExternalEnvironments, Job Job)
{
    /// <summary>The environments of the template itself.</summary>
    public IEnumerable<EnvironmentDefinition> OwnEnvironments => Job.Environments.Skip(ExternalEnvironments);

    /// <summary>How many environments the template and its steps have.</summary>
    public int EnvironmentCount => OwnEnvironments.Count() + Job.Steps.Sum(step => step.Environments.Count);

    /// <summary>How many tasks all steps have, each item of a chunk counted; beyond 64 bits too.</summary>
    public decimal TaskCount => Job.Steps.Sum(step => (decimal)TasksOf(step));

    /// <summary>How many tasks a step has, each item of a chunk counted.</summary>
    public static long TasksOf(Step step) => ParameterSpace.Create(step.ParameterSpace).TaskCount;
}
