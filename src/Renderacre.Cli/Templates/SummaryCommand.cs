using System.CommandLine;
using OpenJd.Model.Jobs;
using OpenJd.Model.ParameterSpaces;
using Renderacre.Cli.Commands;

namespace Renderacre.Cli.Templates;

/// <summary><c>summary</c>: what a template makes of its parameters.</summary>
internal static class SummaryCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "summary", "Shows the parameters, steps, tasks and environments of the job that a template makes.",
            $"{host.ProgramName} summary render.yaml -p Frames=1-100");
        var template = new TemplateArguments(host, command);
        template.AddJobOptions(command);
        TemplateAction.Set(command, host, async (parsed, token) =>
        {
            var job = await template.CreateJobAsync(parsed, token);
            if (template.FindStep(parsed, job) is { } step)
                Write(host.Output, job, step);
            else
                Write(host.Output, job);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Write(TextWriter output, Job job)
    {
        output.WriteLine($"\n--- Summary for '{job.Name}' ---\n");
        if (job.Parameters.Count > 0)
        {
            output.WriteLine("Parameters:");
            foreach (var parameter in job.Parameters)
            {
                output.WriteLine(
                    $"  - {parameter.Name} ({ParameterTypeNames.Of(parameter.Type)}): {parameter.Value}");
            }

            output.WriteLine();
        }

        output.WriteLine($"Total steps: {job.Steps.Count}");
        output.WriteLine($"Total tasks: {job.Steps.Sum(Tasks)}");
        output.WriteLine(
            $"Total environments: {job.Environments.Count + job.Steps.Sum(step => step.Environments.Count)}");
        output.WriteLine($"\n--- Steps in '{job.Name}' ---\n");
        foreach (var (index, step) in job.Steps.Index())
            WriteItem(output, index + 1, step);
        WriteEnvironments(output, job);
    }

    private static void Write(TextWriter output, Job job, Step step)
    {
        output.WriteLine($"\n--- Summary for '{step.Name}' in '{job.Name}' ---\n");
        output.WriteLine($"Total tasks: {Tasks(step)}");
        output.WriteLine($"Total task parameters: {step.ParameterSpace?.Parameters.Count ?? 0}");
        output.WriteLine($"Total environments: {step.Environments.Count}");
        foreach (var dependency in step.Dependencies)
            output.WriteLine($"Depends on: {dependency}");
    }

    private static void WriteItem(TextWriter output, int number, Step step)
    {
        output.WriteLine($"{number}. '{step.Name}' ({Tasks(step)} total Tasks)");
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

    private static void WriteEnvironments(TextWriter output, Job job)
    {
        var all = job.Environments.Select(environment => (Parent: "root", Environment: environment))
            .Concat(job.Steps.SelectMany(step => step.Environments.Select(environment => (step.Name, environment))))
            .ToList();
        if (all.Count == 0)
            return;
        output.WriteLine($"\n--- Environments in '{job.Name}' ---");
        foreach (var (parent, environment) in all)
        {
            output.WriteLine($"  - {environment.Name} (from '{parent}')");
            if (environment.Description is { } description)
                output.WriteLine($" {description}");
        }

        output.WriteLine();
    }

    private static long Tasks(Step step) => ParameterSpace.Create(step.ParameterSpace).Length;
}
