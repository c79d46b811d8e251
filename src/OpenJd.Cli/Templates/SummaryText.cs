using OpenJd.Model.Jobs;

namespace OpenJd.Cli.Templates;

/// <summary>Summaries for people, in the words of the other <c>openjd</c> programs.</summary>
internal static class SummaryText
{
    /// <summary>Summarises a job.</summary>
    public static void Write(TextWriter output, MadeJob made)
    {
        var job = made.Job;
        output.WriteLine($"\n--- Summary for '{job.Name}' ---\n");
        if (job.Parameters.Count > 0)
        {
            output.WriteLine("Parameters:");
            foreach (var parameter in job.Parameters)
                output.WriteLine($"  - {parameter.Name} ({ParameterTypeNames.Of(parameter.Type)}): {parameter.Value}");
            output.WriteLine();
        }

        output.WriteLine($"Total steps: {job.Steps.Count}");
        output.WriteLine($"Total tasks: {made.TaskCount}");
        output.WriteLine($"Total environments: {made.EnvironmentCount}");
        output.WriteLine($"\n--- Steps in '{job.Name}' ---\n");
        foreach (var (index, step) in job.Steps.Index())
            WriteItem(output, index + 1, step);
        WriteEnvironments(output, made);
    }

    /// <summary>Summarises one step of a job.</summary>
    public static void Write(TextWriter output, Job job, Step step)
    {
        output.WriteLine($"\n--- Summary for Step '{step.Name}' in Job '{job.Name}' ---\n");
        output.WriteLine($"Total tasks: {MadeJob.TasksOf(step)}");
        output.WriteLine($"Total task parameters: {step.ParameterSpace?.Parameters.Count ?? 0}");
        output.WriteLine($"Total environments: {step.Environments.Count}");
        WriteList(output, "Dependencies", step.Dependencies);
        WriteList(
            output,
            "Parameters",
            (step.ParameterSpace?.Parameters ?? []).Select(one => $"{one.Name} ({ParameterTypeNames.Of(one.Type)})"));
        WriteList(output, "Environments", step.Environments.Select(one => $"{one.Name} (from '{step.Name}')"));
        output.WriteLine();
    }

    private static void WriteList(TextWriter output, string title, IEnumerable<string> items)
    {
        foreach (var (index, item) in items.Index())
        {
            if (index == 0)
                output.WriteLine($"\n{title}:");
            output.WriteLine($"- {item}");
        }
    }

    private static void WriteItem(TextWriter output, int number, Step step)
    {
        output.WriteLine($"{number}. '{step.Name}' ({MadeJob.TasksOf(step)} total Tasks)");
        if (step.ParameterSpace is { } space)
        {
            output.WriteLine("  Task parameters:");
            foreach (var parameter in space.Parameters)
                output.WriteLine($"    - {parameter.Name} ({ParameterTypeNames.Of(parameter.Type)})");
        }

        if (step.Environments.Count > 0)
            output.WriteLine($"  {step.Environments.Count} environments");
        if (step.Dependencies.Count > 0)
            output.WriteLine($"  {step.Dependencies.Count} dependencies");
        output.WriteLine();
    }

    private static void WriteEnvironments(TextWriter output, MadeJob made)
    {
        var all = made.OwnEnvironments.Select(environment => (Parent: "root", Environment: environment))
            .Concat(made.Job.Steps.SelectMany(
                step => step.Environments.Select(environment => (step.Name, environment))))
            .ToList();
        if (all.Count == 0)
            return;
        output.WriteLine($"\n--- Environments in '{made.Job.Name}' ---");
        foreach (var (parent, environment) in all)
        {
            output.WriteLine($"  - {environment.Name} (from '{parent}')");
            if (environment.Description is { } description)
                output.WriteLine($" {description}");
        }

        output.WriteLine();
    }
}
