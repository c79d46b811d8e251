using Renderacre.Contracts.Explaining;

namespace Renderacre.Cli.Tables;

/// <summary>Shows why a job or a task is where it is.</summary>
/// <param name="printer">Where to.</param>
/// <param name="json">Whether as JSON.</param>
internal sealed class ExplanationReport(Printer printer, bool json)
{
    /// <summary>Shows a task's explanation.</summary>
    public void Print(TaskExplanation task)
    {
        if (json)
        {
            printer.Json(task);
            return;
        }

        printer.Line($"{task.Task} is {Cell.Word(task.State)}: {task.Summary}");
        PrintWarnings(task.Warnings);
        Print(task.Reasons, task.Workers);
        if (task.Failure is { } failure)
            Print(failure);
    }

    /// <summary>Shows a job's explanation.</summary>
    /// <param name="name">The job's name.</param>
    /// <param name="job">The explanation.</param>
    public void Print(string name, JobExplanation job)
    {
        if (json)
        {
            printer.Json(job);
            return;
        }

        printer.Line($"{name} is {Cell.Word(job.State)}");
        PrintWarnings(job.Warnings);
        foreach (var step in job.Steps)
        {
            var of = step.Step.Length > 0 ? $"step {step.Step}" : "tasks";
            printer.Line($"{of} ({step.Ready} ready): {step.Summary}");
            Print(step.Reasons, step.Workers);
        }

        if (job.StepsLeftOut > 0)
            printer.Line($"and {job.StepsLeftOut} more");
        foreach (var failure in job.Failures)
            Print(failure);
    }

    private void PrintWarnings(IReadOnlyList<string> warnings)
    {
        foreach (var warning in warnings)
            printer.Line($"  warning: {Cell.Clean(warning)}");
    }

    private void Print(IReadOnlyList<ExplainedReason> reasons, ExplainedWorkers? workers)
    {
        foreach (var reason in reasons)
            printer.Line($"  {reason.Reason}: {reason.Message}");
        if (workers is null)
            return;
        printer.Line($"  workers: {workers.Considered} considered, {workers.Able} able now");
        foreach (var excluded in workers.Excluded)
            printer.Line($"    {excluded.Workers}: {excluded.Message}");
        if (workers.Nearest is { } nearest)
            printer.Line($"    nearest is {nearest.Worker}: {string.Join("; ", nearest.Missing)}");
    }

    private void Print(ExplainedFailure failure)
    {
        var where = failure.Worker ?? failure.WorkerId.ToString();
        var code = failure.ExitCode is { } exit ? $", exit code {exit}" : "";
        printer.Line($"{failure.Task} failed on {where} (attempt {failure.Attempt}{code}): {failure.Message}");
        foreach (var line in failure.LastLines)
            printer.Line($"  | {line}");
    }
}
