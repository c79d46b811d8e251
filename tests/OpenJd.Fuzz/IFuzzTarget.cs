namespace OpenJd.Fuzz;

/// <summary>Something that takes any input and answers it: never a crash, never a hang.</summary>
public interface IFuzzTarget
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Makes an input.</summary>
    /// <param name="random">Where all chance comes from, so that a seed gives the same input again.</param>
    /// <returns>The input.</returns>
    string Make(Random random);

    /// <summary>Gives the input to what is tested.</summary>
    /// <param name="input">The input.</param>
    /// <returns>Whether it was accepted.</returns>
    /// <exception cref="FuzzException">It was answered in a way that it must not be.</exception>
    bool Run(string input);
}
