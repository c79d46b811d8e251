namespace Renderacre.Storage.Logs;

/// <summary>A kept entry of the farm's log.</summary>
/// <param name="Number">Its number, from 1, later ones higher.</param>
/// <param name="Line">The entry.</param>
public sealed record FarmLogRow(long Number, FarmLogLine Line);
