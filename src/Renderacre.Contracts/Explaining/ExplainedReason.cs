namespace Renderacre.Contracts.Explaining;

/// <summary>One thing that keeps tasks waiting, whichever worker asks.</summary>
/// <param name="Reason">
/// What it is: <c>job_paused</c>, <c>job_cancelled</c>, <c>before_start</c>, <c>failed_too_much</c>,
/// <c>running_full</c>, <c>workers_full</c>, <c>step_unfinished</c>, <c>task_unfinished</c>, <c>limit_full</c>,
/// <c>limit_undefined</c>, <c>others_first</c>.
/// </param>
/// <param name="Message">It in words, with what would let them go on.</param>
public sealed record ExplainedReason(string Reason, string Message);
