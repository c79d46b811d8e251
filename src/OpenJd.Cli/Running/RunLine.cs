namespace OpenJd.Cli.Running;

/// <summary>A line of a run's log.</summary>
/// <param name="Timestamp">When, in the format that was asked for.</param>
/// <param name="Message">What.</param>
internal readonly record struct RunLine(string Timestamp, string Message);
