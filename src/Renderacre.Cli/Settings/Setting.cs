namespace Renderacre.Cli.Settings;

/// <summary>The value in force of one setting.</summary>
/// <param name="Name">The setting.</param>
/// <param name="Value">Its value, or null where nothing gives one.</param>
/// <param name="Source">Where the value comes from, in words.</param>
internal sealed record Setting(string Name, string? Value, string Source);
