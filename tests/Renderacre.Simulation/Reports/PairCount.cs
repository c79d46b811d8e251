namespace Renderacre.Simulation.Reports;

/// <summary>How often a command met a state.</summary>
internal sealed record PairCount(string Subject, string State, string Command, long Times);
