namespace Renderacre.Contracts.Workers;

/// <summary>What somebody has written about a worker.</summary>
/// <param name="Author">Who.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
public sealed record WorkerNoteInfo(string Author, DateTimeOffset At, string Text);
