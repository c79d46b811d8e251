namespace Renderacre.Contracts.Explaining;

/// <summary>How many workers one thing keeps from taking a task; one worker may count for several.</summary>
/// <param name="Reason">
/// What it is: <c>label</c>, <c>pool</c>, <c>attribute</c>, <c>amount</c>, <c>offline</c>, <c>excluded</c>,
/// <c>not_accepting</c>, <c>slots_taken</c>, <c>amount_taken</c>.
/// </param>
/// <param name="Message">It in words.</param>
/// <param name="Workers">How many workers.</param>
public sealed record ExcludedWorkers(string Reason, string Message, int Workers);
