using System.Numerics;

namespace Renderacre.Farm.Requirements;

/// <summary>A set of requirement classes by their numbers, as bits: sets are met word by word.</summary>
internal sealed class ClassSet
{
    private const int WordBits = 64;

    private ulong[] _words = [];

    /// <summary>Whether a class is in the set.</summary>
    public bool this[int id]
    {
        get => id / WordBits < _words.Length && (_words[id / WordBits] >> id % WordBits & 1) != 0;
        set
        {
            if (id / WordBits >= _words.Length)
                Array.Resize(ref _words, id / WordBits + 1);
            ulong bit = 1UL << id % WordBits;
            _words[id / WordBits] = value ? _words[id / WordBits] | bit : _words[id / WordBits] & ~bit;
        }
    }

    /// <summary>Takes every class out.</summary>
    public void Clear() => Array.Clear(_words);

    /// <summary>Becomes equal to another set.</summary>
    public void SetTo(ClassSet other) => SetToCommon(other, other);

    /// <summary>Becomes what two sets have in common.</summary>
    /// <returns>Whether that is anything.</returns>
    public bool SetToCommon(ClassSet left, ClassSet right)
    {
        int length = Math.Min(left._words.Length, right._words.Length);
        if (_words.Length < length)
            _words = new ulong[length];
        ulong any = 0;
        for (int word = 0; word < _words.Length; word++)
            any |= _words[word] = word < length ? left._words[word] & right._words[word] : 0;
        return any != 0;
    }

    /// <summary>Whether two sets have a class in common.</summary>
    public bool Meets(ClassSet other) => NextCommon(other, 0) >= 0;

    /// <summary>The first class from a number on that two sets have in common.</summary>
    /// <returns>Its number, or -1 where there is none.</returns>
    public int NextCommon(ClassSet other, int from)
    {
        int length = Math.Min(_words.Length, other._words.Length);
        ulong mask = ulong.MaxValue << from % WordBits;
        for (int word = from / WordBits; word < length; word++)
        {
            ulong common = _words[word] & other._words[word] & mask;
            if (common != 0)
                return word * WordBits + BitOperations.TrailingZeroCount(common);
            mask = ulong.MaxValue;
        }

        return -1;
    }
}
