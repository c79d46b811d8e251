namespace Renderacre.Simulation.Traces;

/// <summary>A promise that was broken.</summary>
/// <param name="checker">Which checker found it.</param>
/// <param name="message">What is wrong.</param>
/// <param name="about">The objects concerned, as the trace names them.</param>
internal sealed class Violation(string checker, string message, params string[] about)
    : Exception($"{checker}: {message}")
{
    /// <summary>Which checker found it.</summary>
    public string Checker { get; } = checker;

    /// <summary>The objects concerned.</summary>
    public IReadOnlyList<string> About { get; } = about;
}
