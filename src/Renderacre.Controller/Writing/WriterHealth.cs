namespace Renderacre.Controller.Writing;

/// <summary>Whether commands are carried out. Written by the writer, read by the health endpoints.</summary>
internal sealed class WriterHealth
{
    private volatile string? _trouble = "the farm is being loaded";

    /// <summary>What is wrong, or null.</summary>
    public string? Trouble => _trouble;

    /// <summary>A batch was committed, or the farm was loaded at start.</summary>
    public void Recovered() => _trouble = null;

    /// <summary>Commands are refused for now.</summary>
    /// <param name="trouble">Why.</param>
    public void Broke(string trouble) => _trouble = trouble;
}
