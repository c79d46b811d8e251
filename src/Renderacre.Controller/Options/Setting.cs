namespace Renderacre.Controller.Options;

/// <summary>A value that was given for an option.</summary>
/// <param name="Key">The option's key in the config file.</param>
/// <param name="Value">The value; of a list the items, a line each.</param>
/// <param name="Source">Where it came from, such as <c>--bind</c> or <c>RFARM_BIND</c>.</param>
/// <param name="ExitCode">What the program ends with where the value is wrong.</param>
internal sealed record Setting(string Key, string Value, string Source, int ExitCode)
{
    /// <summary>The items of a list.</summary>
    public string[] Items => Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The refusal of a wrong value.</summary>
    /// <param name="wanted">What would be right.</param>
    public OptionsException Wrong(string wanted) => new(ExitCode, $"{Source}: '{Value}' is wrong; {wanted}");
}
