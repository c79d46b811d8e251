namespace Renderacre.Cli.Settings;

/// <summary>A setting that a flag, the environment or the settings file may give.</summary>
/// <param name="Name">Its name in the file, and of its flag.</param>
/// <param name="Variables">Environment variables, the stronger first.</param>
/// <param name="Default">What counts where nothing gives it, or null for nothing.</param>
/// <param name="Description">What it is.</param>
internal sealed record SettingKey(
    string Name, IReadOnlyList<string> Variables, string? Default, string Description)
{
    /// <summary>The address of the controller.</summary>
    public static readonly SettingKey Controller = new(
        "controller", ["RENDERACRE_CONTROLLER", "RFARM_CONTROLLER"], "http://127.0.0.1:7878",
        "Address of the controller");

    /// <summary>table or json.</summary>
    public static readonly SettingKey Output = new(
        "output", ["RENDERACRE_OUTPUT"], "table", "How results are written: table or json");

    /// <summary>The owner of jobs; the user where nothing gives it.</summary>
    public static readonly SettingKey Owner = new(
        "owner", ["RENDERACRE_OWNER"], null, "Who submitted jobs belong to");

    /// <summary>The project of jobs.</summary>
    public static readonly SettingKey Project = new(
        "project", ["RENDERACRE_PROJECT"], null, "Project that submitted jobs count for");

    /// <summary>The queue of jobs.</summary>
    public static readonly SettingKey Queue = new(
        "queue", ["RENDERACRE_QUEUE"], null, "Queue that submitted jobs wait in");

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<SettingKey> All = [Controller, Output, Owner, Project, Queue];

    /// <summary>Its variable and default as help shows them.</summary>
    public string Origins => $"[environment: {Variables[^1]}]" + (Default is null ? "" : $" [default: {Default}]");
}
