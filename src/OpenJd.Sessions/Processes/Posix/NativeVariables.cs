using System.Runtime.CompilerServices;
using System.Text;

namespace OpenJd.Sessions.Processes.Posix;

/// <summary>Variables as exec takes them, NAME=VALUE each, for any number of processes.</summary>
internal sealed unsafe class NativeVariables
{
    private readonly Dictionary<string, int> _positions;
    private readonly nint[] _addresses;

    // Its bytes stay where they are, so that addresses can point into it.
    private readonly byte[] _texts;

    private NativeVariables(VariableSet variables)
    {
        _positions = new Dictionary<string, int>(variables.Count);
        _addresses = new nint[variables.Count];
        _texts = GC.AllocateUninitializedArray<byte>(
            variables.Sum(each => Encoding.UTF8.GetByteCount(each.Key) + Encoding.UTF8.GetByteCount(each.Value) + 2),
            pinned: true);
        var at = 0;
        foreach (var (name, value) in variables)
        {
            RefuseNul(name, value);
            _addresses[_positions.Count] = (nint)Unsafe.AsPointer(ref _texts[at]);
            _positions.Add(name, _positions.Count);
            at += Encoding.UTF8.GetBytes(name, _texts.AsSpan(at));
            _texts[at++] = (byte)'=';
            at += Encoding.UTF8.GetBytes(value, _texts.AsSpan(at));
            _texts[at++] = 0;
        }
    }

    /// <summary>How many there are.</summary>
    public int Count => _addresses.Length;

    /// <summary>Where each text is, for as long as this object is alive.</summary>
    public ReadOnlySpan<nint> Addresses => _addresses;

    /// <summary>The variables in this form.</summary>
    /// <exception cref="ProcessStartException">One holds a NUL character.</exception>
    public static NativeVariables Of(IReadOnlyDictionary<string, string> variables) =>
        VariableSet.Of(variables).Form(static set => new NativeVariables(set));

    /// <summary>Which of the addresses a variable has; -1 where there is none of that name.</summary>
    public int IndexOf(string name) => _positions.GetValueOrDefault(name, -1);

    private static void RefuseNul(string name, string value)
    {
        if (name.Contains('\0') || value.Contains('\0'))
        {
            throw new ProcessStartException(
                $"the environment variable '{name.Replace("\0", "\\0", StringComparison.Ordinal)}' holds a NUL "
                + "character, which no program can be given");
        }
    }
}
