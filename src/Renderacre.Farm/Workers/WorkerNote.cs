using Renderacre.Farm.Time;

namespace Renderacre.Farm.Workers;

/// <summary>What somebody has written about a worker.</summary>
/// <param name="Author">Who.</param>
/// <param name="At">When.</param>
/// <param name="Text">What.</param>
public sealed record WorkerNote(string Author, FarmTime At, string Text);
