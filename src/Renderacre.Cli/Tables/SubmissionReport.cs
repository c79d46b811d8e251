using OpenJd.Model.ParameterSpaces;
using Renderacre.Contracts.Jobs;
using Spectre.Console;
using Job = OpenJd.Model.Jobs.Job;

namespace Renderacre.Cli.Tables;

/// <summary>What would be submitted, told to people.</summary>
/// <param name="printer">Where to.</param>
internal sealed class SubmissionReport(Printer printer)
{
    /// <summary>The most direct tasks that are listed.</summary>
    public const int TasksShown = 50;

    private static readonly string[] TaskColumns = ["TASK", "COMMAND", "AFTER"];
    private static readonly string[] StepColumns = ["STEP", "TASKS", "AFTER"];

    /// <summary>Writes all of it.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="job">The job that its template makes, or null where it has direct tasks.</param>
    public void Print(JobSubmit submission, Job? job)
    {
        printer.Line($"{submission.Name}, priority {submission.Priority ?? 0}, at most {submission.MaxRetries ?? 0} "
            + $"retries of a task, owner {submission.Owner}. Nothing has been submitted.");
        foreach (var parameter in job?.Parameters ?? [])
            printer.Line($"{parameter.Name} = {parameter.Value}");
        if (job is null)
            PrintTasks(submission.Tasks ?? []);
        else
            printer.Table(StepColumns, job.Steps.Select(StepRow));
    }

    private void PrintTasks(IReadOnlyList<TaskSubmit> tasks)
    {
        printer.Table(TaskColumns, tasks.Take(TasksShown).Select(TaskRow));
        if (tasks.Count > TasksShown)
            printer.Line($"and {tasks.Count - TasksShown} more");
    }

    private static Text[] StepRow(OpenJd.Model.Jobs.Step step) =>
    [
        Cell.Of(step.Name), Cell.Of(ParameterSpace.Create(step.ParameterSpace).Length),
        Cell.Of(string.Join(", ", step.Dependencies)),
    ];

    private static Text[] TaskRow(TaskSubmit task) =>
    [
        Cell.Of(task.Name), Cell.Of(string.Join(' ', [task.Command.Executable, .. task.Command.Args ?? []])),
        Cell.Of(string.Join(", ", task.Dependencies ?? [])),
    ];
}
